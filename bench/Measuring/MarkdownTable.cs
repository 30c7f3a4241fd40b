using System.Text;

namespace Infoscope.Measuring;

/// <summary>A table that people read in a terminal and on a page alike.</summary>
public sealed class MarkdownTable(params string[] columns)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row with a cell for each column.</summary>
    public void Add(params string[] cells)
    {
        if (cells.Length != columns.Length) throw new ArgumentException($"a row has {cells.Length} cells; the table has {columns.Length} columns.", nameof(cells));
        rows.Add(cells);
    }

    /// <summary>Writes the table, columns padded to one width.</summary>
    public override string ToString()
    {
        var widths = columns.Select((name, column) => rows.Select(row => row[column].Length).Append(name.Length).Max()).ToArray();
        var text = new StringBuilder();
        Append(text, columns, widths);
        Append(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in rows) Append(text, row, widths);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string[] cells, int[] widths) =>
        text.Append("| ").AppendJoin(" | ", cells.Select((cell, column) => cell.PadRight(widths[column]))).Append(" |\n");
}
