namespace Infoscope.Conformance;

/// <summary>One label set of a trial: a name and a label for each row, -1 for none.</summary>
internal sealed record LabelColumn(string Name, int[] Ids)
{
    /// <summary>Gets the number of labels; by default as many as the largest label needs.</summary>
    public int Count { get; init; } = Ids.Length == 0 ? 0 : Math.Max(0, Ids.Max() + 1);

    /// <summary>Gets the label set of which this is a permutation; null when it is no null.</summary>
    public string? NullOf { get; init; }

    /// <summary>Gets which permutation it is.</summary>
    public int NullIndex { get; init; }

    /// <summary>Gives what an estimation is told of it.</summary>
    public LabelSetInfo Info => new() { Name = Name, Count = Count, LabelNames = NullOf is null ? [.. Enumerable.Range(0, Count).Select(label => $"label {label}")] : [], NullOf = NullOf, NullIndex = NullIndex };
}
