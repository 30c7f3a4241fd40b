using Infoscope;

namespace TemplateSpace;

/// <summary>What one unit being on or off tells about the labels: each row becomes the sign of one feature, and signs are counted.</summary>
// The id is what users type. Name the quantities that you give and the paper that you follow.
[Estimator("template-id", Summary = "information between the labels and one unit being on or off", Citation = "none: a start", Options = typeof(TemplateClassOptions))]
[Estimates("entropy")]
[Estimates("mutual-information")]
// Claim what you can prove; `infoscope verify` looks for a counterexample to each claim.
[Claims(Law.NonNegative, Exactness.Exact)]
[Claims(Law.AtMostLabelEntropy, Exactness.Exact)]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
[Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.SamplePermutation, Exactness.Exact)]
[Claims(Law.LabelRenaming, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact)]
[Claims(Law.PerSampleScale, Exactness.Exact)]
[Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.Mergeable, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
// Disclaim what a reader may expect and does not hold.
[DoesNotClaim(Law.Translation, Because = "a shift turns the unit on or off")]
[DoesNotClaim(Law.DimensionPermutation, Because = "the unit is chosen by its place")]
// Options that are verified beside the defaults.
[VerifyWith("unit=1")]
public sealed class TemplateClassEstimator : IEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options) => new() { Precision = Precision.Double, BytesPerLabel = TemplateClassEstimation.BytesPerLabel };

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context) => new TemplateClassEstimation(context);
}

/// <summary>What a user can set: `--set template-id.unit=3`.</summary>
public sealed record TemplateClassOptions
{
    /// <summary>Gets the feature that is looked at.</summary>
    [Option("the feature that is looked at, counted from 0", Minimum = 0, Maximum = int.MaxValue)]
    public int Unit { get; init; }
}

/// <summary>Counts the rows that have the unit off and on. It sees one fold of the rows, on one thread; the engine merges the folds.</summary>
internal sealed class TemplateClassEstimation : IMergeableEstimation
{
    /// <summary>About how much state a label takes: two counts.</summary>
    public const long BytesPerLabel = 2 * sizeof(long);

    private readonly EstimationContext context;
    private readonly int unit;

    // Place 0 is all rows, as if they had one label; place 1 + s is label set s. Counts are off and on of label 0, off and on of label 1, and so on.
    private readonly long[][] counts;
    private readonly long[] dropped;

    public TemplateClassEstimation(EstimationContext context)
    {
        this.context = context;
        unit = context.Options.Bind<TemplateClassOptions>().Unit;
        var features = context.Shape.Features;
        if (unit >= features) throw new OptionException($"{context.EstimatorId}.unit is {unit}; the activations have {features} features, so allowed is 0 to {features - 1}.");
        counts = [new long[2], .. context.LabelSets.Select(set => new long[2 * set.Count])];
        dropped = new long[counts.Length];
    }

    public void Observe(in ActivationBlock block)
    {
        // Once a block, and in every loop that takes long.
        context.Cancellation.ThrowIfCancellationRequested();
        for (var row = 0; row < block.Rows; row++)
        {
            var values = block.DoubleRow(row);
            var isUsed = IsFinite(values);
            var on = values[unit] > 0 ? 1 : 0;
            for (var place = 0; place < counts.Length; place++)
            {
                // -1 is a row without a label: nothing about that label set.
                var label = place == 0 ? 0 : block.Labels(place - 1)[row];
                if (label < 0) continue;
                if (isUsed) counts[place][(2 * label) + on]++;
                else dropped[place]++;
            }
        }
    }

    public EstimateSet Complete()
    {
        if (counts[0].Sum() == 0) throw new NumericalFailureException($"{context.EstimatorId}: none of {dropped[0]} rows is finite; check the activations.");
        var estimates = new List<Estimate>();
        for (var place = 0; place < counts.Length; place++)
        {
            // Permuted label sets, by which information is judged, are label sets like any other.
            var set = place == 0 ? null : context.LabelSets[place - 1];
            long[] labels = [.. counts[place].Chunk(2).Select(pair => pair.Sum())];
            long[] units = [counts[place].Where((_, at) => at % 2 == 0).Sum(), counts[place].Where((_, at) => at % 2 == 1).Sum()];
            if (units.Sum() == 0) continue;
            var entropy = EntropyOf(units);
            var about = new Estimate
            {
                Quantity = Quantities.Entropy,
                LabelSet = set?.Name ?? "",
                Value = entropy,
                Floor = Information.Zero,
                Ceiling = Information.OfUniform(2),
                Scale = Information.OfUniform(2),
                RowsUsed = units.Sum(),
                RowsDropped = dropped[place],
            };
            if (set is not { IsNull: true }) estimates.Add(about);
            if (set is null) continue;
            estimates.Add(about with
            {
                Quantity = Quantities.MutualInformation,
                Value = EntropyOf(labels) + entropy - EntropyOf(counts[place]),
                Ceiling = Information.Min(EntropyOf(labels), entropy),
            });
        }

        return new() { Estimates = estimates, Notes = dropped[0] == 0 ? [] : [$"{dropped[0]} rows with a NaN or an infinity were left out"] };
    }

    public void Merge(IEstimation other)
    {
        // The other may have more label sets; those beyond are left out.
        if (other is not TemplateClassEstimation same || same.unit != unit || !counts.Select(set => set.Length).SequenceEqual(same.counts.Take(counts.Length).Select(set => set.Length)))
            throw new ArgumentException("the other estimation is not of the same run; begin both alike.", nameof(other));
        for (var place = 0; place < counts.Length; place++)
        {
            dropped[place] += same.dropped[place];
            for (var at = 0; at < counts[place].Length; at++) counts[place][at] += same.counts[place][at];
        }
    }

    public void Save(Stream to)
    {
        using var writer = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        foreach (var count in dropped.Concat(counts.SelectMany(set => set))) writer.Write(count);
    }

    private static bool IsFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
    }

    // - sum p ln p, in which a count of 0 has no part.
    private static Information EntropyOf(long[] counts)
    {
        var all = (double)counts.Sum();
        return Information.FromNats(counts.Where(count => count > 0).Sum(count => -count / all * Math.Log(count / all)));
    }
}
