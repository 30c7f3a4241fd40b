using Infoscope.Engine.Findings;
using Infoscope.Engine.Results;

namespace Infoscope.Host.Reports;

/// <summary>One line per row, comma-separated as in RFC 4180, flushed after each activation set.</summary>
internal sealed class CsvReport : IReport
{
    private readonly TextWriter writer;

    public CsvReport(TextWriter writer)
    {
        this.writer = writer;
        CsvLine.Write(writer, ResultColumns.All.Select(column => column.Name));
        writer.Flush();
    }

    public void Add(IReadOnlyList<ResultRow> rows)
    {
        foreach (var row in rows) CsvLine.Write(writer, ResultColumns.All.Select(column => ResultColumns.Text(column.Value(row))));
        writer.Flush();
    }

    public void End(IReadOnlyList<Finding> findings) => writer.Flush();

    public void Dispose() => writer.Dispose();
}
