namespace Infoscope.Plugins.Distributions.Rows;

/// <summary>Reads the distributions of a row of a block: the row itself, or its query's attention in each head.</summary>
internal sealed class DistributionReader(DistributionSource source, int features, Distribution distribution)
{
    private readonly double[] row = new double[features];
    private double[] shares = [];
    private double[] entropiesNats = [];
    private int columns;

    /// <summary>Gets the entropy of each distribution of the row that was read, in nats.</summary>
    public ReadOnlySpan<double> EntropiesNats => entropiesNats;

    /// <summary>Makes room for so many distributions over so many columns.</summary>
    public void MakeRoom(int count, int columns)
    {
        this.columns = columns;
        shares = new double[checked(count * columns)];
        entropiesNats = new double[count];
    }

    /// <summary>Gives a distribution of the row that was read.</summary>
    public ReadOnlySpan<double> SharesOf(int head) => Entries(head);

    /// <summary>Reads a row and its distributions; false where something in it is not finite.</summary>
    /// <exception cref="NumericalFailureException">It is no distribution.</exception>
    public bool TryRead(in ActivationBlock block, int place)
    {
        if (block.Single.Length > 0) Widen(block.SingleRow(place), row);
        else block.DoubleRow(place).CopyTo(row);
        if (!IsFinite(row)) return false;
        if (source == DistributionSource.Rows)
        {
            row.CopyTo(shares);
            entropiesNats[0] = distribution.Divide(shares, new RowPlace(block.RowIndices[place]));
            return true;
        }

        var query = block.Positions[place];
        for (var head = 0; head < entropiesNats.Length; head++) Widen(block.Attention.Slice(((head * columns) + query) * columns, columns), Entries(head));
        if (!IsFinite(shares)) return false;
        for (var head = 0; head < entropiesNats.Length; head++) entropiesNats[head] = distribution.Divide(Entries(head), new RowPlace(query, block.SequenceIds[place], head));
        return true;
    }

    private Span<double> Entries(int head) => shares.AsSpan(head * columns, columns);

    private static bool IsFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
    }

    private static void Widen(ReadOnlySpan<float> from, Span<double> to)
    {
        for (var i = 0; i < from.Length; i++) to[i] = from[i];
    }
}
