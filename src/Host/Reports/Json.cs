using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infoscope.Host.Reports;

/// <summary>How JSON is written.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Indented { get; } = new(Options)
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes a row as one object; a number that JSON cannot write is null.</summary>
    public static string Line<T>(IReadOnlyList<(string Name, Func<T, object?> Value)> columns, T row) =>
        JsonSerializer.Serialize(columns.ToDictionary(column => column.Name, column => column.Value(row) is double number && !double.IsFinite(number) ? null : column.Value(row)), Options);
}
