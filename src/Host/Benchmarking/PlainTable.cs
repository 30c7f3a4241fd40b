using Infoscope.Host.Logging;
using Spectre.Console;

namespace Infoscope.Host.Benchmarking;

/// <summary>Writes a table, leaving away the columns in which nobody has anything to say.</summary>
internal static class PlainTable
{
    // What the table needs besides its texts: once, and around each column.
    private const int Frame = 1, Padding = 3;

    public static void Write<T>(IAnsiConsole console, IReadOnlyList<T> rows, IReadOnlyList<(string Name, bool Right, Func<T, string> Text)> columns)
    {
        var shown = columns.Where(column => rows.Any(row => column.Text(row).Length > 0)).ToArray();
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (var (name, right, _) in shown)
        {
            var column = new TableColumn(Markup.Escape(name)) { NoWrap = true };
            table.AddColumn(right ? column.RightAligned() : column);
        }

        foreach (var row in rows) table.AddRow(shown.Select(column => new Text(Printable.Of(column.Text(row)))));

        // Too wide is left to the terminal, which wraps lines and loses nothing.
        console.Profile.Width = Math.Max(console.Profile.Width, Frame + shown.Sum(column => Padding + Math.Max(column.Name.Length, rows.Max(row => column.Text(row).Length))));
        console.Write(table);
    }
}
