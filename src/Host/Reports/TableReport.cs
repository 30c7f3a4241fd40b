using System.Globalization;
using Infoscope.Engine.Results;
using Infoscope.Host.Inputs;
using Infoscope.Host.Logging;
using Spectre.Console;

namespace Infoscope.Host.Reports;

/// <summary>Tables for people: one for each quantity and label set, with a line for each layer and checkpoint.</summary>
internal sealed class TableReport(IAnsiConsole console, bool bits) : IReport
{
    // The first to go where a screen is narrow: what a reader can work out, or has in the other formats.
    private static readonly string[] Dispensable = ["normalized", "p", "rows", "ceiling"];

    // What the table needs besides its texts: once, and around each column.
    private const int Frame = 1, Padding = 3;

    private readonly List<ResultRow> rows = [];
    private readonly SortedSet<string> forWantOfWidth = [];
    private readonly int screen = console.Profile.Width;

    private delegate string Cell(ResultRow row);

    public void Add(IReadOnlyList<ResultRow> added) => rows.AddRange(added);

    public void End()
    {
        var manySets = rows.Select(row => row.Set).Distinct().Count() > 1;
        foreach (var group in rows.GroupBy(row => (row.Estimator, row.Quantity, row.LabelSet, row.Against, row.Unit)))
        {
            var ordered = group.OrderBy(row => row.Set, NaturalOrder.Instance).ThenBy(row => row.Layer, NaturalOrder.Instance).ThenBy(row => row.Step, NaturalOrder.Instance);
            console.WriteLine(Printable.Of(Title(group.First())));
            console.Write(TableOf([.. ordered], manySets));
        }

        WriteNotes();
    }

    public void Dispose()
    {
    }

    private string Title(ResultRow row)
    {
        var name = Quantities.Find(row.Quantity) is { } quantity ? $"{quantity.Name} {quantity.Symbol}" : row.Quantity;
        var labels = row.LabelSet.Length == 0 ? "" : $", Y = {row.LabelSet}";
        var against = row.Against.Length == 0 ? "" : $", against {row.Against}";
        return $"{name}{labels}{against}, in {UnitOf(row)}, by {row.Estimator}";
    }

    private Table TableOf(IReadOnlyList<ResultRow> group, bool withSet)
    {
        (string Name, bool Right, Cell Text)[] columns =
        [
            ("set", false, row => withSet ? row.Set : ""),
            ("layer", false, row => row.Layer),
            ("step", true, row => row.Step),
            ("item", false, row => row.Item),
            ("value", true, row => Number(row, row.Value)),
            ("± error", true, row => Number(row, row.StandardError)),
            ("null: labels permuted", true, row => row.NullMean is null ? "" : Number(row, row.NullMean) + (row.NullSd is null ? "" : $" ± {Number(row, row.NullSd)}")),
            ("p", true, row => row.NullP?.ToString("0.000", CultureInfo.InvariantCulture) ?? ""),
            ("floor", true, row => row.Floor is null or 0 ? "" : Number(row, row.Floor)),
            ("ceiling", true, row => Number(row, row.Ceiling)),
            ("normalized", true, row => row.Normalized?.ToString("0.0000", CultureInfo.InvariantCulture) ?? ""),
            ("rows", true, row => row.RowsUsed.ToString(CultureInfo.InvariantCulture)),
            ("dropped", true, row => row.RowsDropped == 0 ? "" : row.RowsDropped.ToString(CultureInfo.InvariantCulture)),
            ("verdict", false, row => row.Verdict),
        ];

        // A column in which nobody has anything to say is left away.
        var shown = Fitting(columns.Where(column => group.Any(row => column.Text(row).Length > 0)).ToList(), group);
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (var (name, right, _) in shown)
        {
            var column = new TableColumn(Markup.Escape(name)) { NoWrap = true };
            table.AddColumn(right ? column.RightAligned() : column);
        }

        foreach (var row in group) table.AddRow(shown.Select(column => new Text(Printable.Of(column.Text(row)))));
        return table;
    }

    private List<(string Name, bool Right, Cell Text)> Fitting(List<(string Name, bool Right, Cell Text)> columns, IReadOnlyList<ResultRow> group)
    {
        int Width() => Frame + columns.Sum(column => Padding + Math.Max(column.Name.Length, group.Max(row => column.Text(row).Length)));
        foreach (var name in Dispensable)
        {
            if (Width() <= screen) break;
            if (columns.RemoveAll(column => column.Name == name) > 0) forWantOfWidth.Add(name);
        }

        // Still too wide is left to the terminal, which wraps lines and loses nothing.
        console.Profile.Width = Math.Max(screen, Width());
        return columns;
    }

    private void WriteNotes()
    {
        if (forWantOfWidth.Count > 0) console.WriteLine($"left out for want of width: {string.Join(", ", forWantOfWidth)}; a wider terminal, or --format csv, has them");
        foreach (var estimator in rows.GroupBy(row => row.Estimator))
        {
            foreach (var note in estimator.SelectMany(row => row.Notes).GroupBy(note => note))
            {
                var where = note.Count() == estimator.Count() ? "" : $" ({note.Count()} of {estimator.Count()} rows)";
                console.WriteLine(Printable.Of($"{estimator.Key}: {note.Key}{where}"));
            }
        }
    }

    private string UnitOf(ResultRow row) => bits && row.Unit == "nats" ? "bits" : row.Unit;

    private string Number(ResultRow row, double? value)
    {
        if (value is not { } number) return "";
        if (bits && row.Unit == "nats") number = Information.FromNats(number).Bits;
        return number.ToString(Math.Abs(number) is 0 or (>= 1e-4 and < 1e6) ? "0.0000" : "0.00e+0", CultureInfo.InvariantCulture);
    }
}
