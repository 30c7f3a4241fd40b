namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>Keeps all rows and gives, as the information of each label set, what a formula says of them. States neither ceiling nor floor.</summary>
internal sealed class FormulaEstimator(Func<RowsAndLabels, double> nats, RowKind kind = RowKind.Any) : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Precision = Precision.Double, RowKind = kind };

    public IEstimation Begin(EstimationContext context) => new Kept(context, nats);

    private sealed class Kept(EstimationContext context, Func<RowsAndLabels, double> nats) : IEstimation
    {
        private readonly List<double[]> rows = [];
        private readonly List<int>[] labels = [.. context.LabelSets.Select(_ => new List<int>())];

        public void Observe(in ActivationBlock block)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            for (var row = 0; row < block.Rows; row++) rows.Add(block.DoubleRow(row).ToArray());
            for (var set = 0; set < labels.Length; set++) labels[set].AddRange(block.Labels(set));
        }

        public EstimateSet Complete() => new() { Estimates = [.. labels.Select((set, place) => Of(context.LabelSets[place].Name, nats(new(rows, set, context.Seed))))] };

        public void Dispose()
        {
        }

        private Estimate Of(string labelSet, double value) => new() { Quantity = Quantities.MutualInformation, Value = Information.FromNats(value), LabelSet = labelSet, RowsUsed = rows.Count };
    }
}
