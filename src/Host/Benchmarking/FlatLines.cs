using System.Text;
using Infoscope.Host.Reports;

namespace Infoscope.Host.Benchmarking;

/// <summary>Flat rows on stdout, as CSV or as JSON Lines.</summary>
internal sealed class FlatLines<T> : IDisposable
{
    private readonly StreamWriter writer = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    private readonly IReadOnlyList<(string Name, Func<T, object?> Value)> columns;
    private readonly bool json;

    public FlatLines(IReadOnlyList<(string Name, Func<T, object?> Value)> columns, bool json)
    {
        this.columns = columns;
        this.json = json;
        if (!json) CsvLine.Write(writer, columns.Select(column => column.Name));
    }

    /// <summary>Writes rows, and sends them on at once.</summary>
    public void Add(IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            if (json) writer.Write(Json.Line(columns, row) + "\n");
            else CsvLine.Write(writer, columns.Select(column => ResultColumns.Text(column.Value(row))));
        }

        writer.Flush();
    }

    public void Dispose() => writer.Dispose();
}
