namespace Infoscope.Engine.Tests.Doubles;

/// <summary>Fails at row 1000.</summary>
internal sealed class ThrowingEstimator : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => new Estimation();

    private sealed class Estimation : IEstimation
    {
        public void Observe(in ActivationBlock block)
        {
            if (block.RowIndices.Contains(1000)) throw new InvalidOperationException("row 1000 is too much");
        }

        public EstimateSet Complete() => new() { Estimates = [] };

        public void Dispose()
        {
        }
    }
}
