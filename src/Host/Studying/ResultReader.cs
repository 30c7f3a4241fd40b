using System.Globalization;
using System.Text;
using System.Text.Json;
using Infoscope.Engine.Studies;
using Infoscope.Formats;

namespace Infoscope.Host.Studying;

/// <summary>Reads the rows that compare wrote, as JSON Lines or as CSV, whichever the text begins like.</summary>
/// <param name="needed">The columns that must be there; every other may be missing.</param>
/// <param name="cancellation">Looked at between rows.</param>
internal sealed class ResultReader(IReadOnlyList<string> needed, CancellationToken cancellation)
{
    private const int MostColumnsListed = 12, LongestShown = 40;

    private const string Source = "give what infoscope compare wrote with --format jsonl or csv, or with --out";

    private readonly List<StudyRow> rows = [];
    private readonly Dictionary<string, int> parts = [];
    private readonly Dictionary<StudyRow, StudyRow> isotropic = [];

    private delegate string Cells(string column);

    /// <summary>Gets the rows about a whole, neither about an item nor against something, with what isotropic rows give in their place.</summary>
    public IReadOnlyList<StudyRow> Rows => [.. rows.Select(row => isotropic.TryGetValue(KeyOf(row), out var of) ? row with { Isotropic = of.Value, IsotropicDeviation = of.StandardError } : row)];

    /// <summary>Gets for each quantity the number of other rows.</summary>
    public IReadOnlyDictionary<string, int> Parts => parts;

    /// <summary>Reads all rows of a text.</summary>
    /// <param name="stream">UTF-8, with or without a byte order mark; closed at the end.</param>
    /// <param name="name">What messages call it.</param>
    public void Read(Stream stream, string name)
    {
        using var text = new StreamReader(stream, new UTF8Encoding(true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        try
        {
            if (text.Peek() < 0) throw new UserError($"{name} is empty; see that the comparison ended well.");
            if (text.Peek() == '{') ReadJson(text, name);
            else ReadCsv(text, name);
        }
        catch (DecoderFallbackException)
        {
            throw new UserError($"{name} is not UTF-8; {Source}.");
        }
    }

    private void ReadJson(StreamReader text, string name)
    {
        for (var line = 1L; text.ReadLine() is { } row; line++)
        {
            if (row.Length == 0) continue;
            var values = Parsed(row, name, line);
            if (needed.FirstOrDefault(column => !values.ContainsKey(column)) is { } missing) throw new UserError($"{name} has on line {line} {NoColumn(missing, [.. values.Keys])}");
            Add(column => values.GetValueOrDefault(column) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value ? value.ToString() : "", $"{name} on line {line}");
        }
    }

    private static Dictionary<string, JsonElement> Parsed(string row, string name, long line)
    {
        try
        {
            if (JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row) is { } values) return values;
        }
        catch (JsonException)
        {
            // Told below, as what is no object.
        }

        throw new UserError($"{name} has on line {line} '{Shown(row)}', which is no row; {Source}, without the last line of a run that was killed.");
    }

    private void ReadCsv(StreamReader text, string name)
    {
        string[]? header = null;
        var record = 0L;
        foreach (var fields in CsvTable.Read(text, name))
        {
            if (header is null)
            {
                header = [.. fields];
                if (needed.FirstOrDefault(column => !header.Contains(column)) is { } missing) throw new UserError($"{name} has {NoColumn(missing, header)}");
                continue;
            }

            record++;
            Add(column => Array.IndexOf(header, column) is >= 0 and var index ? fields[index] : "", $"{name} in row {record}");
        }
    }

    private void Add(Cells cells, string where)
    {
        cancellation.ThrowIfCancellationRequested();
        var quantity = cells("quantity");
        var isWhole = cells("item").Length == 0 && cells("against").Length == 0;
        if (!isWhole) parts[quantity] = parts.GetValueOrDefault(quantity) + 1;
        if (!isWhole && (cells("item").Length > 0 || cells("against") != PowerLaw.IsotropicRows)) return;

        double? Number(string column)
        {
            var text = cells(column);
            if (text.Length == 0) return null;
            // As pandas writes them.
            if (text is "inf" or "-inf") return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new UserError($"{where} has '{Shown(text)}' as {column}, which is no number; {Source}.");
        }

        var (unit, factor) = cells("unit") switch
        {
            "bits" => ("nats", Math.Log(2)),
            "" or "nats" or "ratio" or "count" => (cells("unit"), 1),
            var other => throw new UserError($"{where} has '{Shown(other)}' as unit; allowed is nats, bits, ratio or count."),
        };
        var error = Number("standard_error");
        if (error < 0) throw new UserError(string.Create(CultureInfo.InvariantCulture, $"{where} has {error} as standard_error; allowed is 0 or more."));
        var row = new StudyRow
        {
            Set = cells("set"),
            Layer = cells("layer"),
            Step = WholeStep(cells("step")),
            Estimator = cells("estimator"),
            Quantity = quantity,
            LabelSet = cells("label_set"),
            Value = factor * Number("value") ?? double.NaN,
            Unit = unit,
            Normalized = Number("normalized"),
            NullMean = factor * Number("null_mean"),
            StandardError = factor * error,
            Ceiling = factor * Number("ceiling"),
            RowsUsed = (long?)Number("rows_used"),
            Dimensions = (long?)Number("dimensions"),
            Verdict = cells("verdict"),
        };
        if (isWhole) rows.Add(row);
        else isotropic[KeyOf(row)] = row;
    }

    // pandas writes 1.0 for 1 where another row has no step.
    private static string WholeStep(string step) => step.EndsWith(".0", StringComparison.Ordinal) && step[..^2].All(char.IsAsciiDigit) ? step[..^2] : step;

    // What says of which whole a row is.
    private static StudyRow KeyOf(StudyRow row) =>
        new() { Set = row.Set, Layer = row.Layer, Step = row.Step, Estimator = row.Estimator, Quantity = row.Quantity, LabelSet = row.LabelSet, Value = 0 };

    private static string NoColumn(string missing, string[] there) =>
        $"no column '{missing}' but {Suggest.List([.. there.Select(Shown)], MostColumnsListed)}; {Source}.";

    private static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "...";
}
