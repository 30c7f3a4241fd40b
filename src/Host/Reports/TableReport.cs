using System.Globalization;
using Infoscope.Engine.Results;
using Infoscope.Host.Inputs;
using Spectre.Console;

namespace Infoscope.Host.Reports;

/// <summary>Tables for people: one for each quantity and label set, with a line for each layer and checkpoint.</summary>
internal sealed class TableReport(IAnsiConsole console, bool bits) : IReport
{
    private readonly List<ResultRow> rows = [];

    public void Add(IReadOnlyList<ResultRow> added) => rows.AddRange(added);

    public void End()
    {
        var sets = rows.Select(row => row.Set).Distinct().Count();
        foreach (var group in rows.GroupBy(row => (row.Estimator, row.Quantity, row.LabelSet, row.Against, row.Unit)))
        {
            var ordered = group.OrderBy(row => row.Set, NaturalOrder.Instance).ThenBy(row => row.Layer, NaturalOrder.Instance).ThenBy(row => row.Step, NaturalOrder.Instance).ToArray();
            console.WriteLine(Title(group.First()));
            console.Write(TableOf(ordered, sets > 1));
            console.WriteLine();
        }

        foreach (var notes in rows.SelectMany(row => row.Notes.Select(note => (note, row.Estimator))).GroupBy(pair => pair).Where(group => group.Any()))
        {
            var (note, estimator) = notes.Key;
            console.WriteLine(notes.Count() == rows.Count(row => row.Estimator == estimator) ? $"{estimator}: {note}" : $"{estimator}: {note} ({notes.Count()} of {rows.Count(row => row.Estimator == estimator)} rows)");
        }
    }

    public void Dispose()
    {
    }

    private string Title(ResultRow row)
    {
        var name = Quantities.Find(row.Quantity) is { } quantity ? $"{quantity.Name} {quantity.Symbol}" : row.Quantity;
        var labels = row.LabelSet.Length == 0 ? "" : $", Y = {row.LabelSet}";
        var against = row.Against.Length == 0 ? "" : $", against {row.Against}";
        return $"{name}{labels}{against} in {UnitOf(row)} ({row.Estimator})";
    }

    private Table TableOf(IReadOnlyList<ResultRow> group, bool withSet)
    {
        var columns = new List<(string Name, bool Right, Func<ResultRow, string> Text)>();
        if (withSet) columns.Add(("set", false, row => row.Set));
        columns.Add(("layer", false, row => row.Layer));
        columns.Add(("step", true, row => row.Step));
        columns.Add(("item", false, row => row.Item));
        columns.Add(("value", true, row => Number(row, row.Value)));
        columns.Add(("± error", true, row => row.StandardError is null ? "" : Number(row, row.StandardError)));
        columns.Add(("if labels meant nothing", true, row => row.NullMean is null ? "" : $"{Number(row, row.NullMean)} ± {Number(row, row.NullSd)}"));
        columns.Add(("p", true, row => row.NullP?.ToString("0.000", CultureInfo.InvariantCulture) ?? ""));
        columns.Add(("ceiling", true, row => Number(row, row.Ceiling)));
        columns.Add(("normalized", true, row => row.Normalized?.ToString("0.0000", CultureInfo.InvariantCulture) ?? ""));
        columns.Add(("rows", true, row => row.RowsUsed.ToString(CultureInfo.InvariantCulture)));
        columns.Add(("dropped", true, row => row.RowsDropped == 0 ? "" : row.RowsDropped.ToString(CultureInfo.InvariantCulture)));
        columns.Add(("verdict", false, row => row.Verdict));

        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        var shown = columns.Where(column => group.Any(row => column.Text(row).Length > 0)).ToArray();
        foreach (var (name, right, _) in shown)
        {
            var column = new TableColumn(Markup.Escape(name)) { NoWrap = true };
            table.AddColumn(right ? column.RightAligned() : column);
        }

        foreach (var row in group) table.AddRow([.. shown.Select(column => new Text(column.Text(row)))]);
        return table;
    }

    private string UnitOf(ResultRow row) => bits && row.Unit == "nats" ? "bits" : row.Unit;

    private string Number(ResultRow row, double? value)
    {
        if (value is not { } number) return "";
        if (bits && row.Unit == "nats") number = Information.FromNats(number).Bits;
        var magnitude = Math.Abs(number);
        return number.ToString(magnitude is 0 or >= 1e-4 and < 1e6 ? "0.0000" : "0.00e+0", CultureInfo.InvariantCulture);
    }
}
