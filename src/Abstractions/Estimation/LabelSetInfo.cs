namespace Infoscope;

/// <summary>A label set of an estimation, without its labels.</summary>
public sealed record LabelSetInfo
{
    /// <summary>Gets the name that the user gave it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the number of different labels.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the name of each label; empty for a null.</summary>
    public IReadOnlyList<string> LabelNames { get; init; } = [];

    /// <summary>Gets the name of the label set of which this is a permutation; null when it is no null.</summary>
    public string? NullOf { get; init; }

    /// <summary>Gets which permutation it is, counted from 0.</summary>
    public int NullIndex { get; init; }

    /// <summary>Gets whether the labels are permuted, so that any information in them is bias.</summary>
    public bool IsNull => NullOf is not null;
}
