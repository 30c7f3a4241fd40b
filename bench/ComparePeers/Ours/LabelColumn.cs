namespace Infoscope.ComparePeers.Ours;

/// <summary>A label set with the labels of all rows; one that is permuted names the set it came from.</summary>
internal sealed record LabelColumn(string Name, int[] Labels, string? NullOf = null, int NullIndex = 0)
{
    /// <summary>Gets what an estimation is told of it.</summary>
    public LabelSetInfo Info { get; } = new()
    {
        Name = Name,
        Count = Labels.Max() + 1,
        LabelNames = NullOf is null ? [.. Enumerable.Range(0, Labels.Max() + 1).Select(label => $"{label}")] : [],
        NullOf = NullOf,
        NullIndex = NullIndex,
    };

    /// <summary>Permutes the labels among the rows.</summary>
    public LabelColumn Permuted(int index)
    {
        var random = new RandomStream((ulong)index, "permutation");
        var labels = Labels.ToArray();
        for (var last = labels.Length - 1; last > 0; last--)
        {
            var place = (int)random.NextBelow(last + 1);
            (labels[last], labels[place]) = (labels[place], labels[last]);
        }

        return new LabelColumn($"{Name} permuted {index}", labels, Name, index);
    }
}
