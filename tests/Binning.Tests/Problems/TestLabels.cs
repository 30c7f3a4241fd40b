namespace Infoscope.Plugins.Binning.Tests.Problems;

/// <summary>A label set of a test; <paramref name="NullOf"/> makes it a null.</summary>
public sealed record TestLabels(string Name, int[] Labels, string? NullOf = null, int NullIndex = 0)
{
    /// <summary>Gets the number of labels; set it to have labels that never occur.</summary>
    public int Count { get; init; } = Math.Max(1, Labels.DefaultIfEmpty(-1).Max() + 1);

    public LabelSetInfo Info => new()
    {
        Name = Name,
        Count = Count,
        LabelNames = NullOf is null ? [.. Enumerable.Range(0, Count).Select(label => $"label {label}")] : [],
        NullOf = NullOf,
        NullIndex = NullIndex,
    };
}
