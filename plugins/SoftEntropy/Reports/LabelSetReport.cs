using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Reports;

/// <summary>Turns the sums of a label set into estimates and notes.</summary>
internal static class LabelSetReport
{
    // The formula is of first order in labels over rows; below this it was seen to overshoot by a third and more.
    private const int FewestRowsPerLabel = 20;

    /// <summary>Adds the estimates of a label set, or a note where there is nothing to estimate from.</summary>
    public static void Add(LabelSetSums sums, int anchors, bool items, List<Estimate> estimates, List<string> notes)
    {
        if (sums.ObservedLabels == 0)
        {
            if (!sums.Info.IsNull) notes.Add($"label set '{sums.Info.Name}' has no labelled row that can be used, so it has no estimates");
            return;
        }

        var numbers = new LabelSetNumbers(sums, anchors);
        var most = Math.Log(anchors);
        var ceiling = numbers.ChannelCeilingNats is { } channel ? Math.Min(numbers.LabelEntropyNats, channel) : numbers.LabelEntropyNats;
        Estimate Of(Quantity quantity, double nats, double? ceilingNats, double scaleNats) => new()
        {
            Quantity = quantity,
            Value = Information.FromNats(nats),
            LabelSet = sums.Info.Name,
            Ceiling = ceilingNats is { } limit ? Information.FromNats(limit) : null,
            Floor = Information.Zero,
            Scale = Information.FromNats(scaleNats),
            RowsUsed = numbers.Rows,
            RowsDropped = sums.DroppedRows,
        };

        // Permuting the labels of the labelled rows cannot change the entropy of those rows, so a null has nothing to say of it.
        if (!sums.Info.IsNull) estimates.Add(Of(Quantities.Entropy, numbers.EntropyNats, most, most));
        estimates.Add(Of(Quantities.ConditionalEntropy, numbers.ConditionalEntropyNats, numbers.EntropyNats, most));
        estimates.Add(Of(Quantities.MutualInformation, numbers.InformationNats, ceiling, most));
        if (numbers.OneAgainstRestNats is { } oneAgainstRest)
        {
            estimates.Add(Of(Quantities.Disentanglement, oneAgainstRest, Math.Log(2), Math.Log(2)));
            estimates.Add(Of(Quantities.DisentanglementUniform, numbers.UniformDivergenceNats, Math.Log(sums.ObservedLabels), Math.Log(sums.ObservedLabels)));
        }
        else if (!sums.Info.IsNull)
        {
            notes.Add($"label set '{sums.Info.Name}' has usable rows of one label alone, so it has no disentanglement");
        }

        if (numbers.ChannelCeilingNats is { } channelCeiling)
            estimates.Add(Of(Quantities.ChannelCeiling, channelCeiling, Math.Min(numbers.EntropyNats, Math.Log(numbers.Rows)), most));
        if (numbers.NullBiasNats is { } nullBias) estimates.Add(Of(Quantities.NullBias, nullBias, null, most) with { Notes = NullBiasNotes(numbers.Rows, sums.ObservedLabels) });
        if (!items || sums.Info.IsNull) return;
        foreach (var (label, rows, entropyNats) in numbers.PerLabel)
        {
            estimates.Add(Of(Quantities.ConditionalEntropy, entropyNats, most, most) with
            {
                Item = sums.Info.LabelNames[label],
                RowsUsed = rows,
                RowsDropped = sums.DroppedRowsOf(label),
            });
        }
    }

    private static IReadOnlyList<string> NullBiasNotes(long rows, int labels) =>
        rows >= (long)FewestRowsPerLabel * labels ? [] : [$"fewer than {FewestRowsPerLabel} rows per label: the formula of the null bias overshoots, so compare with the null instead"];
}
