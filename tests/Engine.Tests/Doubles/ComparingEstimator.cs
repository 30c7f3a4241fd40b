namespace Infoscope.Engine.Tests.Doubles;

/// <summary>The sum of the first feature, and its double and its triple against two other things; each the mean of two draws that are as far apart as it is large.</summary>
internal sealed class ComparingEstimator : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => new Estimation();

    private sealed class Estimation : IEstimation
    {
        private double sum;

        public void Observe(in ActivationBlock block)
        {
            for (var row = 0; row < block.Rows; row++) sum += block.DoubleRow(row)[0];
        }

        public EstimateSet Complete() => new() { Estimates = [.. new[] { "", "attention", "random tokens" }.Select((against, i) => Of(against, (i + 1) * sum))] };

        private static Estimate Of(string against, double value) => new()
        {
            Quantity = new Quantity { Id = "sum", Symbol = "S", Name = "sum", Kind = QuantityKind.Count },
            Against = against,
            Value = Amount.Count(value),
            Draws = 2,
            DrawStandardDeviation = value,
            RowsUsed = 1,
        };
    }
}
