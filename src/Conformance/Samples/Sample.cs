using System.Globalization;
using System.Text;

namespace Infoscope.Conformance;

/// <summary>One generated input of a law: rows, labels, and the seed of everything random about the run.</summary>
public sealed record Sample
{
    /// <summary>Gets the rows, each of the same number of features; at least one row and one feature.</summary>
    public required double[][] Rows { get; init; }

    /// <summary>Gets the labels.</summary>
    public required LabelTree Labels { get; init; }

    /// <summary>Gets the seed of the estimator and of whatever a law draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the number of features.</summary>
    public int Features => Rows[0].Length;

    /// <summary>Gives some rows with their labels, in the order given.</summary>
    public Sample Take(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return this with { Rows = [.. rows.Select(row => Rows[row])], Labels = Labels.Take(rows) };
    }

    /// <summary>Writes one line a row: its label, coarse after fine, and its features.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Rows.Length} {(Rows.Length == 1 ? "row" : "rows")}, {Features} {(Features == 1 ? "feature" : "features")}, seed {Seed}");
        var unused = Labels.Count - Labels.Fine.Where(label => label >= 0).Distinct().Count();
        if (unused > 0) text.Append(CultureInfo.InvariantCulture, $", {unused} {(unused == 1 ? "label" : "labels")} that no row has");
        var coarse = Labels.Coarse;
        for (var row = 0; row < Rows.Length; row++)
        {
            var label = Labels.Fine[row] < 0 ? "no label" : FormattableString.Invariant($"y = {Labels.Fine[row]} (coarse {coarse[row]})");
            text.Append(CultureInfo.InvariantCulture, $"\n  {label}: {string.Join(", ", Rows[row].Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}");
        }

        return text.ToString();
    }
}
