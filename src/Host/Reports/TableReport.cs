using System.Globalization;
using Infoscope.Engine.Findings;
using Infoscope.Engine.Results;
using Infoscope.Host.Inputs;
using Infoscope.Host.Logging;
using Spectre.Console;

namespace Infoscope.Host.Reports;

/// <summary>Tables for people: one for each quantity and label set, with a line for each layer and checkpoint; of one activation set alone, what only one estimator reports stands in one table.</summary>
internal sealed class TableReport(IAnsiConsole console, bool bits, bool all) : IReport
{
    // The first to go where a screen is narrow: what a reader can work out, or has in the other formats.
    private static readonly string[] Dispensable = ["normalized", "p", "rows", "ceiling"];

    // What a reader of tables looks at when asked for; the other formats always have it.
    private static readonly HashSet<string> Hidden =
    [
        .. new[]
        {
            Quantities.ConditionalEntropy, Quantities.ConditionalEntropyUnweighted, Quantities.MutualInformationUnweighted, Quantities.MutualInformationCorrected,
            Quantities.DisentanglementUniform, Quantities.ChannelCeiling, Quantities.NullBias, Quantities.Efficiency, Quantities.Regularity, Quantities.RegularityOfMaximum,
            Quantities.Variation, Quantities.VariationUnweighted,
        }.SelectMany(quantity => new[] { quantity.Id, quantity.Id + ResultRow.DifferenceSuffix }),
    ];

    // What the table needs besides its texts: once, and around each column.
    private const int Frame = 1, Padding = 3;

    private readonly List<ResultRow> rows = [];
    private readonly SortedSet<string> forWantOfWidth = [];
    private readonly SortedSet<string> hidden = [];
    private readonly int screen = console.Profile.Width;
    private bool gathers;

    private delegate string Cell(ResultRow row);

    public void Add(IReadOnlyList<ResultRow> added)
    {
        foreach (var row in added)
        {
            if (row.Against == ResultRow.RowsDoubled) continue;
            if (!all && row.Item.Length == 0 && IsHidden(row)) hidden.Add(row.Quantity);
            else rows.Add(row);
        }
    }

    public void End(IReadOnlyList<Finding> findings)
    {
        LeaveOutRepetitions();
        var manySets = rows.Select(row => row.Set).Distinct().Count() > 1;
        gathers = rows.Select(row => (row.Set, row.Layer, row.Step)).Distinct().Count() == 1;
        foreach (var group in rows.GroupBy(GroupOf))
        {
            var ordered = group.OrderBy(row => row.Set, NaturalOrder.Instance).ThenBy(row => row.Layer, NaturalOrder.Instance).ThenBy(row => row.Step, NaturalOrder.Instance);
            console.WriteLine(Printable.Of(Title(group.First())));
            console.Write(TableOf([.. ordered], manySets));
        }

        WriteNotes();
        if (findings.Count > 0) console.WriteLine();
        foreach (var finding in findings) console.WriteLine(Printable.Of($"finding: {finding.Sentence} {finding.Remedy}"));
    }

    public void Dispose()
    {
    }

    // The entropy over the labelled rows of each label set is that over all rows, or close to it.
    private static bool IsHidden(ResultRow row) => Hidden.Contains(row.Quantity) || (row.LabelSet.Length > 0 && row.Quantity.StartsWith(Quantities.Entropy.Id, StringComparison.Ordinal));

    // The entropy over the rows of a label set that labels all of them is the entropy; once is enough.
    private void LeaveOutRepetitions()
    {
        static bool IsEntropy(ResultRow row) => row.Quantity == Quantities.Entropy.Id && row.Item.Length == 0;
        static (string, string, string, string, long) Over(ResultRow row) => (row.Estimator, row.Set, row.Layer, row.Step, row.RowsUsed);
        var whole = rows.Where(row => IsEntropy(row) && row.LabelSet.Length == 0).Select(Over).ToHashSet();
        rows.RemoveAll(row => IsEntropy(row) && row.LabelSet.Length > 0 && whole.Contains(Over(row)));
    }

    private static bool IsOfChain(ResultRow row) => row.Quantity == Quantities.Share.Id || row.Quantity == Quantities.Residual.Id;

    private static bool IsDifference(ResultRow row) => row.Quantity.EndsWith(ResultRow.DifferenceSuffix, StringComparison.Ordinal);

    private bool IsGathered(ResultRow row) => gathers && Quantities.Find(row.Quantity) is null && row.Item.Length == 0 && !IsDifference(row);

    // The shares of a chain stand in one table, as do the differences from each checkpoint to the next.
    private (string Estimator, string Quantity, string LabelSet, string Against, string Unit) GroupOf(ResultRow row)
    {
        if (IsGathered(row)) return (row.Estimator, "", row.LabelSet, "", "");
        if (IsOfChain(row)) return (row.Estimator, Quantities.Share.Id, "", row.Against, row.Unit);
        return (row.Estimator, row.Quantity, row.LabelSet, IsDifference(row) ? "" : row.Against, row.Unit);
    }

    private string Title(ResultRow row)
    {
        if (IsGathered(row)) return row.LabelSet.Length == 0 ? $"by {row.Estimator}" : $"Y = {row.LabelSet}, by {row.Estimator}";
        if (IsOfChain(row)) return $"shares of the entropy H(Z) over {row.Against}, by {row.Estimator}";
        var id = IsDifference(row) ? row.Quantity[..^ResultRow.DifferenceSuffix.Length] : row.Quantity;
        // Against a reference there is no Y of which a symbol such as I(Y;Z) speaks.
        var hasSymbol = row.LabelSet.Length > 0 || row.Against.Length == 0 || IsDifference(row);
        var name = (IsDifference(row) ? "difference of " : "") + (Quantities.Find(id) is { } quantity ? quantity.Name + (hasSymbol ? $" {quantity.Symbol}" : "") : id);
        var labels = row.LabelSet.Length == 0 ? "" : $", Y = {row.LabelSet}";
        var against = row.Against.Length == 0 || IsDifference(row) ? "" : $", against {row.Against}";
        return $"{name}{labels}{against}, in {UnitOf(row)}, by {row.Estimator}";
    }

    private Table TableOf(IReadOnlyList<ResultRow> group, bool withSet)
    {
        (string Name, bool Right, Cell Text)[] columns =
        [
            ("quantity", false, row => IsGathered(row) ? row.Quantity : ""),
            ("of", false, row => IsGathered(row) ? row.Against : ""),
            ("set", false, row => withSet ? row.Set : ""),
            ("layer", false, row => row.Layer),
            ("step", true, row => row.Step),
            ("less", false, row => IsDifference(row) ? row.Against : ""),
            ("share of", false, row => !IsOfChain(row) ? "" : row.Quantity == Quantities.Residual.Id ? "none of them" : row.LabelSet),
            ("item", false, row => row.Item),
            ("value", true, row => Number(row, row.Value)),
            ("unit", false, row => IsGathered(row) ? UnitOf(row) : ""),
            ("± error", true, row => Number(row, row.StandardError)),
            ("± draws", true, row => Number(row, row.DrawSd)),
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
        if (hidden.Count > 0) console.WriteLine($"not shown: {string.Join(", ", hidden)}; name them with --quantities, or use --format csv");
        foreach (var estimator in rows.GroupBy(row => row.Estimator))
        {
            foreach (var note in estimator.SelectMany(row => row.Notes).GroupBy(note => note))
            {
                var where = note.Count() == estimator.Count() ? "" : $" ({note.Count()} of {estimator.Count()} lines)";
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
