using System.Globalization;

namespace Infoscope.Plugins.SoftEntropy.Tests.Problems;

/// <summary>Rows with one label set, and the options to estimate with; at least one labelled row has a direction.</summary>
public sealed record Problem
{
    public required double[][] Rows { get; init; }

    /// <summary>Gets the label of each row; -1 for none.</summary>
    public required int[] Labels { get; init; }

    public required int Anchors { get; init; }

    public required string Temperature { get; init; }

    public required ulong Seed { get; init; }

    public int Features => Rows[0].Length;

    /// <summary>Gets whether an estimate over all rows and one over the labelled rows exist.</summary>
    public bool IsUsable => Rows.Length > 0 && Rows.Zip(Labels).Any(row => row.Second >= 0 && HasDirection(row.First));

    /// <summary>Gets the places of the rows that have a direction.</summary>
    public int[] UsableRows => [.. Enumerable.Range(0, Rows.Length).Where(row => HasDirection(Rows[row]))];

    /// <summary>Gets the run of this problem in double precision.</summary>
    public EstimatorRun Run => new()
    {
        Rows = Rows,
        LabelSets = [new TestLabels("y", Labels)],
        Options = { ["anchors"] = Anchors.ToString(CultureInfo.InvariantCulture), ["temperature"] = Temperature },
        Seed = Seed,
    };

    /// <summary>Gives the problem with some of its rows, in the order given.</summary>
    public Problem Take(IReadOnlyList<int> rows) => this with { Rows = [.. rows.Select(row => Rows[row])], Labels = [.. rows.Select(row => Labels[row])] };

    /// <summary>Gives the problem with every row divided by its largest magnitude, so that sums of squares neither overflow nor underflow.</summary>
    public Problem Moderate() => this with
    {
        Rows = [.. Rows.Select(row => HasDirection(row) ? [.. row.Select(value => value / row.Max(Math.Abs))] : row)],
    };

    public override string ToString()
    {
        static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        var rows = string.Join(", ", Rows.Select(row => $"[{string.Join(", ", row.Select(Text))}]"));
        return $"{Rows.Length} rows of {Features} features, {Anchors} anchors, temperature {Temperature}, seed {Seed}, labels [{string.Join(", ", Labels)}], rows [{rows}]";
    }

    private static bool HasDirection(double[] row) => row.All(double.IsFinite) && row.Any(value => value != 0);
}
