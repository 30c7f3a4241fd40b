namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>The share of rows whose first feature is at least a third of the way from the smallest to the largest, or at least an edge, called information.</summary>
[Estimator("range-cells", Citation = "none: a double")]
[Estimates("mutual-information")]
public sealed class RangeCellsEstimator(double? edge = null) : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Access = RowAccess.AllRows };

    public IEstimation Begin(EstimationContext context) => new Estimation(context, edge);

    private sealed class Estimation(EstimationContext context, double? edge) : IEstimation
    {
        private double[] values = [];

        public void Observe(in ActivationBlock block)
        {
            values = new double[block.Rows];
            for (var row = 0; row < block.Rows; row++) values[row] = block.DoubleRow(row)[0];
        }

        public EstimateSet Complete()
        {
            var (low, high) = (values.Min(), values.Max());
            var from = edge ?? low + ((high - low) / 3);
            var share = values.Count(value => value >= from) / (double)values.Length;
            return new() { Estimates = [.. context.LabelSets.Select(set => new Estimate { Quantity = Quantities.MutualInformation, Value = Information.FromNats(share), LabelSet = set.Name, RowsUsed = values.Length })] };
        }
    }
}
