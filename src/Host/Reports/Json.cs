using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infoscope.Host.Reports;

/// <summary>How JSON is written.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true };
}
