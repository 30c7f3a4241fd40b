using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Reports;

/// <summary>Turns the numbers of a label set into estimates.</summary>
internal sealed class LabelSetReport(LabelSetInfo info, LabelSetNumbers numbers, DroppedRows dropped, Scale scale, CountedEntropy entropies, int tables)
{
    /// <summary>Gives the estimates of the whole label set.</summary>
    public IEnumerable<Estimate> Whole()
    {
        IReadOnlyList<string> notes = info.IsNull ? [] : SaturationNotes.Of(numbers.Alone, numbers.Rows, tables, entropies.IsPlugIn);
        // Permuting the labels of the labelled rows cannot change the entropy of those rows, so a null has nothing to say of it.
        if (!info.IsNull) yield return Of(Quantities.Entropy, numbers.EntropyNats, numbers.EntropyCeilingNats) with { Notes = notes };
        yield return Of(Quantities.ConditionalEntropy, numbers.ConditionalEntropyNats, numbers.EntropyNats);
        yield return Of(Quantities.MutualInformation, numbers.InformationNats, numbers.InformationCeilingNats) with { Notes = notes };
        if (numbers.Labels.Length > 1 && entropies.IsPlugIn)
            yield return Of(Quantities.Disentanglement, numbers.OneAgainstRestNats, Math.Log(2)) with { Scale = Information.FromNats(Math.Log(2)) };
        yield return Of(Quantities.ConditionalEntropyUnweighted, numbers.UnweightedConditionalEntropyNats, numbers.UnweightedCeilingNats);
        yield return Of(Quantities.MutualInformationUnweighted, numbers.EntropyNats - numbers.UnweightedConditionalEntropyNats, numbers.EntropyNats) with { Floor = null, Notes = notes };
    }

    /// <summary>Gives the estimates of each label.</summary>
    public IEnumerable<Estimate> Items()
    {
        for (var i = 0; i < numbers.Labels.Length; i++)
        {
            yield return Of(Quantities.ConditionalEntropy, numbers.LabelEntropiesNats[i], numbers.LabelCeilingsNats[i]) with
            {
                Item = info.LabelNames[numbers.Labels[i]],
                RowsUsed = numbers.LabelRows[i],
                RowsDropped = dropped.Of(numbers.Labels[i]),
            };
        }
    }

    private Estimate Of(Quantity quantity, double nats, double ceilingNats) => new()
    {
        Quantity = quantity,
        Value = Information.FromNats(nats),
        LabelSet = info.Name,
        // A corrected entropy may be above and below what counts alone allow.
        Ceiling = entropies.IsPlugIn ? Information.FromNats(ceilingNats) : null,
        Floor = entropies.IsPlugIn ? Information.Zero : null,
        Scale = scale.Of(numbers.EntropyCeilingNats),
        RowsUsed = numbers.Rows,
        RowsDropped = dropped.Total,
    };
}
