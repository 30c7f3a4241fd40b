using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>Points with a label each; -1 is none.</summary>
public sealed record LabelledSet
{
    /// <summary>Gets the points, with a time of 1 or 2.</summary>
    public required PointSet Set { get; init; }

    /// <summary>Gets the labels, at least one of them not -1.</summary>
    public required int[] Labels { get; init; }

    /// <summary>Gives some of the rows.</summary>
    public LabelledSet Take(IEnumerable<int> chosen)
    {
        int[] rows = [.. chosen];
        return new() { Set = Set.Take(rows), Labels = [.. rows.Select(row => Labels[row])] };
    }

    /// <summary>Gives the rows that have a label.</summary>
    public LabelledSet Labelled() => Take(Enumerable.Range(0, Labels.Length).Where(row => Labels[row] >= 0));

    /// <summary>Gives the set with other labels of the labelled rows.</summary>
    public LabelledSet Relabel(Func<int, int> label) => this with { Labels = [.. Labels.Select(old => old < 0 ? -1 : label(old))] };

    /// <inheritdoc/>
    public override string ToString() => $"labels {string.Join(' ', Labels)}; {Set}";
}
