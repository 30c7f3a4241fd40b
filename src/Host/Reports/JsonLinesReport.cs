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
            writer.Write(Json.Line(ResultColumns.All, row));
            writer.Write('\n');
        }

        writer.Flush();
    }

    public void End(IReadOnlyList<Finding> findings) => writer.Flush();

    public void Dispose() => writer.Dispose();
}
