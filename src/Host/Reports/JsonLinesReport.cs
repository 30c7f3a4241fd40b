using System.Text.Json;
using Infoscope.Engine.Findings;
using Infoscope.Engine.Results;

namespace Infoscope.Host.Reports;

/// <summary>One JSON object per row, flushed after each activation set; a number that JSON cannot write is null.</summary>
internal sealed class JsonLinesReport(TextWriter writer) : IReport
{
    public void Add(IReadOnlyList<ResultRow> rows)
    {
        foreach (var row in rows)
        {
            var cells = ResultColumns.All.ToDictionary(column => column.Name, column => column.Value(row) is double number && !double.IsFinite(number) ? null : column.Value(row));
            writer.Write(JsonSerializer.Serialize(cells, Json.Options));
            writer.Write('\n');
        }

        writer.Flush();
    }

    public void End(IReadOnlyList<Finding> findings) => writer.Flush();

    public void Dispose() => writer.Dispose();
}
