using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Reports;

/// <summary>Turns the sums of a label set into estimates and notes.</summary>
internal sealed class LabelSetReport
{
    // The formula is of first order in labels over rows; below this it was seen to overshoot by a third and more.
    private const int FewestRowsPerLabel = 20;

    private readonly LabelSetSums sums;
    private readonly AssignmentLayout layout;
    private readonly int[] slots;
    private readonly LabelSetNumbers[] parts;
    private readonly double most;

    private LabelSetReport(LabelSetSums sums, AssignmentLayout layout)
    {
        this.sums = sums;
        this.layout = layout;
        slots = sums.Labels.SlotsInOrder();
        parts = [.. Enumerable.Range(0, layout.Parts).Select(part => new LabelSetNumbers(sums.Labels, slots, sums.Spread, part, layout))];
        most = Math.Log(layout.Anchors);
    }

    /// <summary>Adds the estimates of a label set, or a note where there is nothing to estimate from.</summary>
    public static void Add(LabelSetSums sums, AssignmentLayout layout, bool items, List<Estimate> estimates, List<string> notes)
    {
        if (sums.Labels.Count == 0)
        {
            if (!sums.Info.IsNull) notes.Add($"label set '{sums.Info.Name}' has no labelled row that can be used, so it has no estimates");
            return;
        }

        if (sums.Labels.Count == 1 && !sums.Info.IsNull) notes.Add($"label set '{sums.Info.Name}' has usable rows of one label alone, so it has no disentanglement");
        var report = new LabelSetReport(sums, layout);
        estimates.AddRange(report.Whole());
        if (items && !sums.Info.IsNull) estimates.AddRange(report.Items());
    }

    private IEnumerable<Estimate> Whole()
    {
        // Permuting the labels of the labelled rows cannot change the entropy of those rows, so a null has nothing to say of it.
        if (!sums.Info.IsNull) yield return Of(Quantities.Entropy, one => one.EntropyNats, _ => most);
        yield return Of(Quantities.ConditionalEntropy, one => one.ConditionalEntropyNats, one => one.EntropyNats);
        yield return Of(Quantities.MutualInformation, one => one.InformationNats, one => one.InformationCeilingNats);
        if (slots.Length > 1)
        {
            yield return Of(Quantities.Disentanglement, one => one.OneAgainstRestNats!.Value, _ => Math.Log(2)) with { Scale = Information.FromNats(Math.Log(2)) };
            yield return Of(Quantities.DisentanglementUniform, one => one.UniformDivergenceNats, _ => Math.Log(slots.Length)) with { Scale = Information.OfUniform(slots.Length) };
        }

        yield return Of(Quantities.ConditionalEntropyUnweighted, one => one.UnweightedConditionalEntropyNats, _ => most);
        yield return Of(Quantities.MutualInformationUnweighted, one => one.EntropyNats - one.UnweightedConditionalEntropyNats, one => one.EntropyNats) with { Floor = null };
        if (sums.Info.IsNull) yield break;
        yield return Of(Quantities.ChannelCeiling, one => one.ChannelCeilingNats!.Value, one => Math.Min(one.EntropyNats, Math.Log(one.Rows)));
        var notes = NullBiasNotes();
        yield return Of(Quantities.NullBias, one => one.NullBiasNats!.Value, null) with { Notes = notes };
        yield return Of(Quantities.MutualInformationCorrected, one => one.InformationNats - one.NullBiasNats!.Value, one => one.InformationCeilingNats) with { Floor = null, Notes = notes };
    }

    private IEnumerable<Estimate> Items()
    {
        for (var i = 0; i < slots.Length; i++)
        {
            var (label, place) = (sums.Labels.LabelOf(slots[i]), i);
            yield return Of(Quantities.ConditionalEntropy, one => one.LabelEntropiesNats[place], _ => most) with
            {
                Item = sums.Info.LabelNames[label],
                RowsUsed = sums.Labels.RowsOf(slots[i]),
                RowsDropped = sums.DroppedRowsOf(label),
            };
        }
    }

    private Estimate Of(Quantity quantity, Func<LabelSetNumbers, double> nats, Func<LabelSetNumbers, double>? ceilingNats)
    {
        var mean = PartMean.Of(layout, part => nats(parts[part]));
        return new()
        {
            Quantity = quantity,
            Value = Information.FromNats(mean.Value),
            LabelSet = sums.Info.Name,
            Ceiling = ceilingNats is null ? null : Information.FromNats(PartMean.Of(layout, part => ceilingNats(parts[part])).Value),
            Floor = Information.Zero,
            Scale = Information.FromNats(most),
            Draws = mean.Draws,
            DrawStandardDeviation = mean.DrawStandardDeviation,
            RowsUsed = parts[0].Rows,
            RowsDropped = sums.DroppedRows,
        };
    }

    private IReadOnlyList<string> NullBiasNotes() => parts[0].Rows >= (long)FewestRowsPerLabel * slots.Length
        ? []
        : [$"fewer than {FewestRowsPerLabel} rows per label: the formula of the null bias overshoots, so compare with the null instead"];
}
