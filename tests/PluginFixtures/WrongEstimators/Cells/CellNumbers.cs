namespace Infoscope.Fixtures.WrongEstimators.Cells;

/// <summary>What a table of counts says by the plug-in formulas: every probability is the share that was counted. In nats.</summary>
internal sealed record CellNumbers
{
    /// <summary>Gets H(Z) of the cells.</summary>
    public required double EntropyNats { get; init; }

    /// <summary>Gets the most that H(Z) can be: ln of the possible cells, or of the rows if they are fewer.</summary>
    public required double EntropyCeilingNats { get; init; }

    /// <summary>Gets H(Z|Y), the mean over labels, weighted by how often they occur.</summary>
    public required double ConditionalEntropyNats { get; init; }

    /// <summary>Gets I(Y;Z), the weighted mean of the divergences of each label's cells from all cells; 0 exactly where they are independent.</summary>
    public required double InformationNats { get; init; }

    /// <summary>Gets the least that I(Y;Z) can be.</summary>
    public double InformationFloorNats { get; init; }

    /// <summary>Gets the most that I(Y;Z) can be: H(Y) or H(Z).</summary>
    public required double InformationCeilingNats { get; init; }

    /// <summary>Gets the Jensen-Shannon divergence of the labels' cells with equal weights.</summary>
    public required double UniformDivergenceNats { get; init; }

    /// <summary>Gets the number of labels that occur.</summary>
    public required int Labels { get; init; }

    /// <summary>Gets the information of labels that tell every row apart: H(Z), since a row has but one cell.</summary>
    public required double ChannelCeilingNats { get; init; }

    /// <summary>Gets (cells-1)(labels-1)/(2n), cells and labels that occur: Miller and Madow's bias of the information.</summary>
    public required double NullBiasNats { get; init; }

    /// <summary>Computes the numbers of a table that has a row.</summary>
    public static CellNumbers Of(CellTable table, int signs)
    {
        var (labels, cells) = (table.LabelTotals(), table.CellTotals());
        double n = labels.Values.Sum();
        double conditional = 0, information = 0, uniform = 0;
        var mixture = new Dictionary<int, double>();
        foreach (var ((label, cell), count) in table.Counts)
        {
            double ofLabel = labels[label];
            conditional -= count / n * Math.Log(count / ofLabel);
            information += count / n * Math.Log(count * n / (ofLabel * cells[cell]));
            mixture[cell] = mixture.GetValueOrDefault(cell) + (count / ofLabel / labels.Count);
        }

        foreach (var ((label, cell), count) in table.Counts)
        {
            var share = count / (double)labels[label];
            uniform += share / labels.Count * Math.Log(share / mixture[cell]);
        }

        var entropy = EntropyOf(cells.Values, n);
        return new CellNumbers
        {
            EntropyNats = entropy,
            EntropyCeilingNats = Math.Min(signs * Math.Log(2), Math.Log(n)),
            ConditionalEntropyNats = conditional,
            InformationNats = information,
            InformationCeilingNats = Math.Min(EntropyOf(labels.Values, n), entropy),
            UniformDivergenceNats = uniform,
            Labels = labels.Count,
            ChannelCeilingNats = entropy,
            NullBiasNats = (cells.Count - 1.0) * (labels.Count - 1) / (2 * n),
        };
    }

    private static double EntropyOf(IEnumerable<long> counts, double n)
    {
        double entropy = 0;
        foreach (var count in counts) entropy -= count / n * Math.Log(count / n);
        return entropy;
    }
}
