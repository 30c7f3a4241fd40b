namespace Infoscope.Engine.Tests.Doubles;

/// <summary>Counts rows and keeps none.</summary>
internal sealed class CountingEstimator : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => new Estimation();

    private sealed class Estimation : IEstimation
    {
        private long rows;

        public void Observe(in ActivationBlock block) => rows += block.Rows;

        public EstimateSet Complete() => new()
        {
            Estimates = [new Estimate { Quantity = new Quantity { Id = "rows", Symbol = "n", Name = "rows", Kind = QuantityKind.Count }, Value = Amount.Count(rows), RowsUsed = rows }],
        };
    }
}
