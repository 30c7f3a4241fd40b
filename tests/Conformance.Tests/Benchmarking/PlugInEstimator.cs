namespace Infoscope.Conformance.Tests.Benchmarking;

/// <summary>The information of labels and symbols from their counts, without a standard error; also less its Miller-Madow bias, and with equal weights.</summary>
[Estimator("plug-in", Citation = "none: a double")]
[Estimates("mutual-information")]
[Estimates("mutual-information-corrected")]
[Estimates("mutual-information-unweighted")]
public sealed class PlugInEstimator : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Access = RowAccess.AllRows, Labels = InputNeed.Required };

    public IEstimation Begin(EstimationContext context) => new Estimation(context);

    private sealed class Estimation(EstimationContext context) : IEstimation
    {
        private readonly List<Estimate> estimates = [];

        public void Observe(in ActivationBlock block)
        {
            for (var set = 0; set < context.LabelSets.Count; set++)
            {
                var counts = new Dictionary<(int Label, double Symbol), int>();
                for (var row = 0; row < block.Rows; row++)
                {
                    var cell = (block.Labels(set)[row], block.DoubleRow(row)[0]);
                    counts[cell] = counts.GetValueOrDefault(cell) + 1;
                }

                Add(context.LabelSets[set].Name, counts, block.Rows);
            }
        }

        public EstimateSet Complete() => new() { Estimates = estimates };

        private void Add(string set, Dictionary<(int Label, double Symbol), int> counts, int rows)
        {
            double Entropy(IEnumerable<int> cells) => cells.Sum(count => -(double)count / rows * Math.Log((double)count / rows));
            int[] labels = [.. counts.GroupBy(cell => cell.Key.Label).Select(group => group.Sum(cell => cell.Value))];
            int[] symbols = [.. counts.GroupBy(cell => cell.Key.Symbol).Select(group => group.Sum(cell => cell.Value))];
            var plain = Entropy(labels) + Entropy(symbols) - Entropy(counts.Values);
            var bias = (counts.Count - labels.Length - symbols.Length + 1) / (2.0 * rows);
            foreach (var (quantity, value) in new[] { (Quantities.MutualInformation, plain), (Quantities.MutualInformationCorrected, plain - bias), (Quantities.MutualInformationUnweighted, plain) })
                estimates.Add(new Estimate { Quantity = quantity, Value = Information.FromNats(value), LabelSet = set, RowsUsed = rows });
        }
    }
}
