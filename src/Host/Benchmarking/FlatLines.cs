using Infoscope.Host.Reports;

namespace Infoscope.Host.Benchmarking;

/// <summary>Flat rows as CSV or as JSON Lines.</summary>
internal sealed class FlatLines<T> : IDisposable
{
    private readonly TextWriter writer;
    private readonly IReadOnlyList<(string Name, Func<T, object?> Value)> columns;
    private readonly bool json;

    public FlatLines(TextWriter writer, IReadOnlyList<(string Name, Func<T, object?> Value)> columns, bool json)
    {
        this.writer = writer;
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
