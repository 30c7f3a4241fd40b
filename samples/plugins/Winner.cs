using System.Runtime.InteropServices;
using Infoscope;

/// <summary>What the most active unit tells about the labels: each row becomes the index of its largest feature, and indices are counted.</summary>
/// <remarks>
/// With W the winner of a row: H(W) over all rows, and over the labelled rows of each label set H(W) and I(Y;W) = H(Y) + H(W) - H(Y,W), plug-in entropies of counts.
/// Input: rows (n, d), any number of label sets. A row that is not finite, or whose largest value is shared by several features, has no winner: it is left out and counted.
/// Range: nats; H(W) between 0 and ln min(n, d), I(Y;W) between 0 and the smaller of H(Y) and H(W). Biased upwards by about (winners - 1)(labels - 1)/2n, which permuted labels show.
/// Cost: O(n d) time; memory for each winner that meets a label. Nothing is random. Throws NumericalFailureException when no row has a winner.
/// </remarks>
[Estimator("winner", Summary = "information between the labels and the most active unit", Citation = "none: an example")]
[Estimates("entropy")]
[Estimates("mutual-information")]
// W is a function of the row, and the counts are a distribution of (Y, W): what holds for Shannon's information of two discrete variables holds exactly.
[Claims(Law.NonNegative, Exactness.Exact)]
[Claims(Law.AtMostLabelEntropy, Exactness.Exact)]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
[Claims(Law.ChannelCeiling, Exactness.Exact)]
[Claims(Law.JsdIdentity, Exactness.Exact)]
[Claims(Law.ChainRule, Exactness.Exact)]
[Claims(Law.LabelRefinementMonotone, Exactness.Exact)]
[Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
// Counts add up, and know no order.
[Claims(Law.Mergeable, Exactness.Exact)]
[Claims(Law.SamplePermutation, Exactness.Exact)]
[Claims(Law.LabelRenaming, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.Exact)]
// What is largest stays largest under a factor above 0.
[Claims(Law.GlobalScale, Exactness.Exact)]
[Claims(Law.PerSampleScale, Exactness.Exact)]
[DoesNotClaim(Law.Translation, Because = "a shift of one feature may make it the largest")]
[DoesNotClaim(Law.Isometry, Because = "a rotation mixes the features that compete")]
[DoesNotClaim(Law.InvertibleLinear, Because = "a factor for one feature may make it the largest")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "a map of one feature may make it the largest")]
[DoesNotClaim(Law.AnyInvertible, Because = "a map of the rows may make another feature the largest")]
[DoesNotClaim(Law.DataProcessingRepresentation, Because = "a map may bring out in the largest feature what others held")]
[DoesNotClaim(Law.AdditiveIndependent, Because = "features of two independent parts compete for one winner")]
public sealed class WinnerEstimator : IRestoringEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options) => new() { Precision = Precision.Double };

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context) => new Estimation(context);

    /// <inheritdoc/>
    public IMergeableEstimation Restore(EstimationContext context, Stream from) => new Estimation(context).Read(from);

    // One run over one fold of the rows, on one thread. The engine makes ten of them and merges them, which gives every number a standard error.
    private sealed class Estimation(EstimationContext context) : IMergeableEstimation
    {
        private const int NoWinner = -1;
        private const long Format = 0x31_72_65_6E_6E_69_77; // "winner1"

        // How often each unit wins with each label: for all rows, which have one label, then for every label set, permuted ones among them.
        private readonly Dictionary<(int Label, int Unit), long>[] tables = [.. Enumerable.Range(0, 1 + context.LabelSets.Count).Select(_ => new Dictionary<(int, int), long>())];

        private int Features => context.Shape.Features;

        public void Observe(in ActivationBlock block)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            for (var row = 0; row < block.Rows; row++)
            {
                var unit = WinnerOf(block.DoubleRow(row));
                Add(table: 0, label: 0, unit, times: 1);
                for (var set = 0; set < context.LabelSets.Count; set++)
                {
                    // -1 is a row without a label: it is no part of what is said of this label set.
                    if (block.Labels(set)[row] is >= 0 and var label) Add(1 + set, label, unit, times: 1);
                }
            }
        }

        private static int WinnerOf(ReadOnlySpan<double> row)
        {
            var winner = 0;
            var isShared = false;
            for (var unit = 0; unit < row.Length; unit++)
            {
                if (!double.IsFinite(row[unit])) return NoWinner;
                if (unit == 0 || row[unit] < row[winner]) continue;
                isShared = row[unit] == row[winner];
                winner = unit;
            }

            return isShared ? NoWinner : winner;
        }

        private void Add(int table, int label, int unit, long times) => CollectionsMarshal.GetValueRefOrAddDefault(tables[table], (label, unit), out _) += times;

        public EstimateSet Complete()
        {
            List<Estimate> estimates = [.. EstimatesOf(tables[0], null)];
            if (estimates.Count == 0) throw new NumericalFailureException($"{context.EstimatorId}: none of {tables[0].Values.Sum()} rows has one largest feature; check the activations.");
            List<string> notes = [];
            if (estimates[0].RowsDropped is > 0 and var dropped) notes.Add($"{dropped} rows were left out: not finite, or without one largest feature");
            for (var set = 0; set < context.LabelSets.Count; set++)
            {
                var ofLabels = EstimatesOf(tables[1 + set], context.LabelSets[set]).ToArray();
                estimates.AddRange(ofLabels);
                if (ofLabels.Length == 0 && !context.LabelSets[set].IsNull) notes.Add($"label set '{context.LabelSets[set].Name}' has no estimates: none of its rows is labelled and has a winner");
            }

            return new EstimateSet { Estimates = estimates, Notes = notes };
        }

        // H(W), and with labels I(Y;W). There are none of a table without a winner.
        private IEnumerable<Estimate> EstimatesOf(Dictionary<(int Label, int Unit), long> table, LabelSetInfo? labels)
        {
            var won = table.Where(pair => pair.Key.Unit != NoWinner).ToArray();
            var used = won.Sum(pair => pair.Value);
            if (used == 0) yield break;
            var ofUnits = EntropyOf(won.GroupBy(pair => pair.Key.Unit, pair => pair.Value).Select(counts => counts.Sum()));
            var entropy = new Estimate
            {
                Quantity = Quantities.Entropy,
                LabelSet = labels?.Name ?? "",
                Value = ofUnits,
                Floor = Information.Zero,
                Ceiling = Information.OfUniform(Math.Min(used, Features)),
                Scale = Information.OfUniform(Features),
                RowsUsed = used,
                RowsDropped = table.Values.Sum() - used,
            };

            // Permuting labels cannot change how often a unit wins, so a null has no entropy to report.
            if (labels is not { IsNull: true }) yield return entropy;
            if (labels is null) yield break;
            var ofLabels = EntropyOf(won.GroupBy(pair => pair.Key.Label, pair => pair.Value).Select(counts => counts.Sum()));
            var ofPairs = EntropyOf(won.Select(pair => pair.Value));
            yield return entropy with { Quantity = Quantities.MutualInformation, Value = ofLabels + ofUnits - ofPairs, Ceiling = Information.Min(ofLabels, ofUnits) };
        }

        // H = sum of p ln(1/p), with 0 for p = 0. Added up in the order of size, so that no order of rows, labels or units shows in the last bit.
        private static Information EntropyOf(IEnumerable<long> counts)
        {
            var ordered = counts.Order().ToArray();
            var all = (double)ordered.Sum();
            return Information.FromNats(ordered.Sum(count => count == 0 ? 0 : count / all * Math.Log(all / count)));
        }

        public void Merge(IEstimation other)
        {
            // The other may have more label sets: permuted ones, which come last and are dropped here.
            if (other is not Estimation same || same.Features != Features || same.tables.Length < tables.Length)
                throw new ArgumentException("the other estimation is not of the same run; begin both alike.", nameof(other));
            for (var table = 0; table < tables.Length; table++)
            {
                foreach (var ((label, unit), count) in same.tables[table]) Add(table, label, unit, count);
            }
        }

        public void Save(Stream to)
        {
            using var writer = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
            writer.Write(Format);
            writer.Write(Features);
            writer.Write(tables.Length);
            foreach (var table in tables)
            {
                writer.Write(table.Count);
                foreach (var ((label, unit), count) in table)
                {
                    writer.Write(label);
                    writer.Write(unit);
                    writer.Write(count);
                }
            }
        }

        public Estimation Read(Stream from)
        {
            using var reader = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
            try
            {
                if (reader.ReadInt64() != Format || reader.ReadInt32() != Features || reader.ReadInt32() != tables.Length)
                    throw new InvalidDataException($"the saved state is not one of {context.EstimatorId} for these activations and label sets.");
                for (var table = 0; table < tables.Length; table++)
                {
                    for (var left = reader.ReadInt32(); left > 0; left--)
                    {
                        var (label, unit, count) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt64());
                        if (label < 0 || unit < NoWinner || unit >= Features || count < 1) throw new InvalidDataException($"the saved state of {context.EstimatorId} is damaged: unit {unit} wins {count} times with label {label}.");
                        Add(table, label, unit, count);
                    }
                }
            }
            catch (EndOfStreamException failure)
            {
                throw new InvalidDataException($"the saved state of {context.EstimatorId} ends too early.", failure);
            }

            return this;
        }
    }
}
