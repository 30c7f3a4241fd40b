using System.Globalization;

namespace Infoscope.Plugins.Binning.Tests.Problems;

/// <summary>Rows with one label set, and the options to count them with.</summary>
public sealed record Problem
{
    public required double[][] Rows { get; init; }

    /// <summary>Gets the label of each row; -1 for none.</summary>
    public required int[] Labels { get; init; }

    public required string Mode { get; init; }

    public required string Grid { get; init; }

    public required int Bins { get; init; }

    public BinningRun Run => new()
    {
        Rows = Rows,
        LabelSets = [new TestLabels("y", Labels)],
        Options = { ["mode"] = Mode, ["grid"] = Grid, ["bins"] = Bins.ToString(CultureInfo.InvariantCulture) },
    };

    /// <summary>Gets whether there is a labelled row.</summary>
    public bool IsUsable => Labels.Any(label => label >= 0);

    /// <summary>Gives the problem with some of its rows, in the order given; the grid stays.</summary>
    public BinningRun Take(IReadOnlyList<int> rows) => (this with { Rows = [.. rows.Select(row => Rows[row])], Labels = [.. rows.Select(row => Labels[row])] }).Run with { Surveyed = Rows };

    public override string ToString()
    {
        var rows = string.Join(", ", Rows.Select(row => $"[{string.Join(", ", row.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}]"));
        return $"{Mode}, {Grid}, {Bins} bins, labels [{string.Join(", ", Labels)}], rows [{rows}]";
    }
}
