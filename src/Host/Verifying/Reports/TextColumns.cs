namespace Infoscope.Host.Verifying.Reports;

/// <summary>Lines of cells in columns that are as wide as their widest cell.</summary>
internal static class TextColumns
{
    /// <summary>Writes the lines, each indented; columns named right are numbers.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<IReadOnlyList<string>> lines, string indent, params int[] right)
    {
        var widths = Enumerable.Range(0, lines[0].Count).Select(column => lines.Max(line => line[column].Length)).ToArray();
        return lines.Select(line => (indent + string.Join("  ", line.Select((cell, column) => right.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])))).TrimEnd());
    }
}
