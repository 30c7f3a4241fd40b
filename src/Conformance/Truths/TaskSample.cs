namespace Infoscope.Conformance.Truths;

/// <summary>One draw of a known task: independent rows of its distribution, with their labels or reference rows.</summary>
public sealed record TaskSample
{
    /// <summary>Gets the rows, each of <see cref="KnownTask.Features"/> numbers.</summary>
    public required double[][] Rows { get; init; }

    /// <summary>Gets the label of each row, 0 .. K-1; empty unless the kind is <see cref="TaskKind.Labels"/>.</summary>
    public int[] Labels { get; init; } = [];

    /// <summary>Gets the reference row of each row, each of <see cref="KnownTask.ReferenceFeatures"/> numbers; empty unless the kind is <see cref="TaskKind.Pair"/>.</summary>
    public double[][] Reference { get; init; } = [];
}
