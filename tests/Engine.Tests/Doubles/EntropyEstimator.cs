namespace Infoscope.Engine.Tests.Doubles;

/// <summary>The entropy and information of one discrete feature, in closed form: the feature rounded down, modulo a number of symbols.</summary>
internal sealed class EntropyEstimator(int symbols) : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => new Estimation(context, symbols);

    private sealed class Estimation(EstimationContext context, int symbols) : IMergeableEstimation
    {
        private readonly Dictionary<(int Set, int Label, int Symbol), long> counts = [];

        public void Observe(in ActivationBlock block)
        {
            for (var row = 0; row < block.Rows; row++)
            {
                var symbol = (int)(Math.Floor(block.DoubleRow(row)[0]) % symbols);
                for (var set = 0; set < context.LabelSets.Count; set++)
                {
                    if (block.Labels(set)[row] is var label and >= 0) Add((set, label, symbol), 1);
                }
            }
        }

        public void Merge(IEstimation other)
        {
            foreach (var (key, count) in ((Estimation)other).counts) Add(key, count);
        }

        public EstimateSet Complete() => new() { Estimates = [.. Enumerable.Range(0, context.LabelSets.Count).SelectMany(Of)] };

        public void Save(Stream to) => throw new NotSupportedException();

        private IEnumerable<Estimate> Of(int set)
        {
            var own = counts.Where(pair => pair.Key.Set == set).ToArray();
            var rows = own.Sum(pair => pair.Value);
            double EntropyBy<T>(Func<(int Set, int Label, int Symbol), T> key) =>
                own.GroupBy(pair => key(pair.Key), pair => pair.Value).Select(group => (double)group.Sum() / rows).Sum(share => -share * Math.Log(share));
            var entropy = EntropyBy(key => key.Symbol);
            var conditional = EntropyBy(key => (key.Label, key.Symbol)) - EntropyBy(key => key.Label);
            Estimate Row(Quantity quantity, double nats) => new()
            {
                Quantity = quantity,
                LabelSet = context.LabelSets[set].Name,
                Value = Information.FromNats(nats),
                Scale = Information.OfUniform(symbols),
                RowsUsed = rows,
            };

            yield return Row(Quantities.Entropy, entropy);
            yield return Row(Quantities.ConditionalEntropy, conditional);
            yield return Row(Quantities.ConditionalEntropyUnweighted, 0.9 * conditional);
            yield return Row(Quantities.MutualInformation, entropy - conditional);
        }

        private void Add((int Set, int Label, int Symbol) key, long count) => counts[key] = counts.GetValueOrDefault(key) + count;
    }
}
