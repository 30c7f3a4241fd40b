namespace Infoscope.Conformance;

/// <summary>A label for each row, and a coarser label for each label: two label sets of which one is a function of the other.</summary>
public sealed record LabelTree
{
    /// <summary>Gets the fine label of each row, 0 .. K-1, or -1 for a row without one.</summary>
    public required int[] Fine { get; init; }

    /// <summary>Gets the coarse label of each fine label, shape (K).</summary>
    public required int[] CoarseOf { get; init; }

    /// <summary>Gets the coarse label of each row, -1 where the fine one is.</summary>
    public int[] Coarse => [.. Fine.Select(label => label < 0 ? -1 : CoarseOf[label])];

    /// <summary>Gets the number of fine labels, those that no row has among them.</summary>
    public int Count => CoarseOf.Length;

    /// <summary>Gives the labels of some rows, in the order given.</summary>
    public LabelTree Take(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return this with { Fine = [.. rows.Select(row => Fine[row])] };
    }
}
