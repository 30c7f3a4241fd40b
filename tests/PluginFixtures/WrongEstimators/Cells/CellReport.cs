namespace Infoscope.Fixtures.WrongEstimators.Cells;

/// <summary>Turns the numbers of a table into estimates.</summary>
internal static class CellReport
{
    /// <summary>Gives the entropy of the cells, over all rows with an empty name and over the labelled rows of a label set with its name.</summary>
    public static Estimate Entropy(string labelSet, CellTable table, CellNumbers numbers) =>
        Of(Quantities.Entropy, numbers.EntropyNats, numbers.EntropyCeilingNats, labelSet, table);

    /// <summary>Gives the estimates of a label set.</summary>
    public static IEnumerable<Estimate> LabelSet(LabelSetInfo info, CellTable table, CellNumbers numbers)
    {
        // Permuting labels among the labelled rows leaves the cells of those rows as they are, so a null has nothing to say of them.
        if (!info.IsNull) yield return Entropy(info.Name, table, numbers);
        yield return Of(Quantities.ConditionalEntropy, numbers.ConditionalEntropyNats, numbers.EntropyCeilingNats, info.Name, table);
        yield return Of(Quantities.MutualInformation, numbers.InformationNats, numbers.InformationCeilingNats, info.Name, table) with
        {
            Floor = Information.FromNats(numbers.InformationFloorNats),
        };
        if (numbers.Labels > 1) yield return Of(Quantities.DisentanglementUniform, numbers.UniformDivergenceNats, Math.Log(numbers.Labels), info.Name, table);
        if (info.IsNull) yield break;
        yield return Of(Quantities.ChannelCeiling, numbers.ChannelCeilingNats, numbers.EntropyCeilingNats, info.Name, table);
        yield return Of(Quantities.NullBias, numbers.NullBiasNats, null, info.Name, table);
    }

    private static Estimate Of(Quantity quantity, double nats, double? ceilingNats, string labelSet, CellTable table) => new()
    {
        Quantity = quantity,
        Value = Information.FromNats(nats),
        LabelSet = labelSet,
        Ceiling = ceilingNats is { } ceiling ? Information.FromNats(ceiling) : null,
        Floor = Information.Zero,
        RowsUsed = table.RowsUsed,
        RowsDropped = table.RowsDropped,
    };
}
