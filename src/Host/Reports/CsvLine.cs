namespace Infoscope.Host.Reports;

/// <summary>Lines of comma-separated cells as in RFC 4180.</summary>
internal static class CsvLine
{
    /// <summary>Writes one line.</summary>
    public static void Write(TextWriter writer, IEnumerable<string> cells)
    {
        writer.Write(string.Join(',', cells.Select(Quoted)));
        writer.Write('\n');
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
