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
        if (!info.IsNull) yield return EntropyOf(Quantities.Entropy, numbers.EntropyNats, numbers.EntropyCeilingNats) with { Notes = notes };
        // A corrected entropy of the labels may exceed that of all rows.
        yield return EntropyOf(Quantities.ConditionalEntropy, numbers.ConditionalEntropyNats, entropies.IsPlugIn ? numbers.EntropyNats : numbers.EntropyCeilingNats);
        yield return DifferenceOf(Quantities.MutualInformation, numbers.InformationNats, numbers.InformationCeilingNats) with { Notes = notes };
        if (numbers.Labels.Length > 1 && entropies.IsPlugIn)
            yield return DifferenceOf(Quantities.Disentanglement, numbers.OneAgainstRestNats, Math.Log(2)) with { Scale = Information.FromNats(Math.Log(2)) };
        yield return EntropyOf(Quantities.ConditionalEntropyUnweighted, numbers.UnweightedConditionalEntropyNats, numbers.UnweightedCeilingNats);
        yield return DifferenceOf(Quantities.MutualInformationUnweighted, numbers.EntropyNats - numbers.UnweightedConditionalEntropyNats, numbers.EntropyNats) with { Floor = null, Notes = notes };
    }

    /// <summary>Gives the estimates of each label.</summary>
    public IEnumerable<Estimate> Items()
    {
        for (var i = 0; i < numbers.Labels.Length; i++)
        {
            yield return EntropyOf(Quantities.ConditionalEntropy, numbers.LabelEntropiesNats[i], numbers.LabelCeilingsNats[i]) with
            {
                Item = info.LabelNames[numbers.Labels[i]],
                RowsUsed = numbers.LabelRows[i],
                RowsDropped = dropped.Of(numbers.Labels[i]),
            };
        }
    }

    private Estimate EntropyOf(Quantity quantity, double nats, double ceilingNats) => Of(quantity, nats, ceilingNats, entropies.IsBounded);

    // A difference of corrected entropies may be above and below what counts alone allow.
    private Estimate DifferenceOf(Quantity quantity, double nats, double ceilingNats) => Of(quantity, nats, ceilingNats, entropies.IsPlugIn);

    private Estimate Of(Quantity quantity, double nats, double ceilingNats, bool isBounded) => new()
    {
        Quantity = quantity,
        Value = Information.FromNats(nats),
        LabelSet = info.Name,
        Ceiling = isBounded ? Information.FromNats(ceilingNats) : null,
        Floor = isBounded ? Information.Zero : null,
        Scale = scale.Of(numbers.EntropyCeilingNats),
        RowsUsed = numbers.Rows,
        RowsDropped = dropped.Total,
    };
}
