using System.Globalization;
using System.Text;

namespace Infoscope.Host.Tests;

/// <summary>A line of a CSV result with its cells by column; read by a parser that shares nothing with the writer.</summary>
internal sealed class ResultLine
{
    private readonly Dictionary<string, string> cells;

    private ResultLine(IEnumerable<(string Column, string Cell)> cells) => this.cells = cells.ToDictionary(pair => pair.Column, pair => pair.Cell);

    public string this[string column] => cells[column];

    public double Number(string column) => double.Parse(cells[column], CultureInfo.InvariantCulture);

    /// <summary>Gives all cells but those that a second run may change.</summary>
    public string WithoutCost() => string.Join('|', cells.Where(cell => cell.Key is not ("seconds" or "peak_bytes")).Select(cell => $"{cell.Key}={cell.Value}"));

    public static IReadOnlyList<ResultLine> Parse(string csv)
    {
        var records = Records(csv);
        if (records.Count == 0) return [];
        var header = records[0];
        return [.. records.Skip(1).Select(record => new ResultLine(header.Zip(record, (column, cell) => (column, cell))))];
    }

    /// <summary>Splits a text by the rules of RFC 4180; every record must have as many cells as the first.</summary>
    public static List<List<string>> Records(string csv)
    {
        var records = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var next = csv[i];
            if (quoted && next == '"' && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[++i]);
            else if (next == '"') quoted = !quoted;
            else if (quoted || next is not (',' or '\n')) cell.Append(next);
            else
            {
                records[^1].Add(cell.ToString());
                cell.Clear();
                if (next == '\n') records.Add([]);
            }
        }

        Assert.False(quoted, "a quote is not closed.");
        Assert.Empty(records[^1]);
        records.RemoveAt(records.Count - 1);
        Assert.All(records, record => Assert.Equal(records[0].Count, record.Count));
        return records;
    }
}
