using System.Globalization;
using System.Text.Json;
using Infoscope.Engine.Results;

namespace Infoscope.Host.Reports;

/// <summary>The columns of a result in their order, for CSV and JSON Lines alike.</summary>
internal static class ResultColumns
{
    public static IReadOnlyList<(string Name, Func<ResultRow, object?> Value)> All { get; } =
    [
        ("set", row => row.Set), ("layer", row => row.Layer), ("step", row => row.Step),
        ("estimator", row => row.Estimator), ("version", row => row.Version), ("quantity", row => row.Quantity),
        ("label_set", row => row.LabelSet), ("against", row => row.Against), ("item", row => row.Item),
        ("value", row => row.Value), ("unit", row => row.Unit), ("normalized", row => row.Normalized),
        ("null_mean", row => row.NullMean), ("null_sd", row => row.NullSd), ("null_p", row => row.NullP),
        ("standard_error", row => row.StandardError), ("draws", row => row.Draws), ("draw_sd", row => row.DrawSd),
        ("ceiling", row => row.Ceiling), ("floor", row => row.Floor),
        ("rows_used", row => row.RowsUsed), ("rows_dropped", row => row.RowsDropped), ("labels", row => row.Labels), ("dimensions", row => row.Dimensions),
        ("precision", row => row.Precision), ("seed", row => row.Seed), ("options", row => row.Options), ("device", row => row.Device),
        ("seconds", row => row.Seconds), ("peak_bytes", row => row.PeakBytes), ("verdict", row => row.Verdict),
        ("notes", row => string.Join("; ", row.Notes)), ("contract", row => row.Contract), ("host", row => row.Host),
    ];

    /// <summary>Writes a cell as text: numbers in full and in the invariant culture, options as JSON, nothing for null.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, string> options => JsonSerializer.Serialize(options, Json.Options),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
