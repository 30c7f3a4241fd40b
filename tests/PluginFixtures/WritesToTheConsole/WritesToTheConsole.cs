namespace Infoscope.Fixtures.WritesToTheConsole;

/// <summary>Writes to the console from every call.</summary>
[Estimator("writes-to-the-console", Summary = "Writes to the console.", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class WritesToTheConsole : IEstimator
{
    public WritesToTheConsole() => Console.WriteLine("made");

    public InputRequirements Requires(OptionValues options)
    {
        Console.WriteLine("asked");
        return new();
    }

    public IEstimation Begin(EstimationContext context) => new Estimation();

    private sealed class Estimation : IEstimation
    {
        private long rows;

        public void Observe(in ActivationBlock block)
        {
            Console.WriteLine("fed");
            rows += block.Rows;
        }

        public EstimateSet Complete() => new()
        {
            Estimates =
            [
                new Estimate { Quantity = new Quantity { Id = "rows-observed", Symbol = "n", Name = "rows observed", Kind = QuantityKind.Count }, Value = Amount.Count(rows), RowsUsed = rows },
            ],
        };
    }
}
