namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>The mean of the first feature, called information.</summary>
[Estimator("first-feature", Citation = "none: a double")]
[Estimates("mutual-information")]
public sealed class FirstFeatureEstimator : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Access = RowAccess.AllRows };

    public IEstimation Begin(EstimationContext context) => new Estimation(context);

    private sealed class Estimation(EstimationContext context) : IEstimation
    {
        private double sum;
        private int rows;

        public void Observe(in ActivationBlock block)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            rows = block.Rows;
            for (var row = 0; row < rows; row++) sum += block.DoubleRow(row)[0];
        }

        public EstimateSet Complete() => new()
        {
            Estimates = [.. context.LabelSets.Select(set => new Estimate { Quantity = Quantities.MutualInformation, Value = Information.FromNats(sum / rows), LabelSet = set.Name, RowsUsed = rows })],
        };
    }
}
