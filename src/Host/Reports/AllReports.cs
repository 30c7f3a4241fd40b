using Infoscope.Engine.Findings;
using Infoscope.Engine.Results;

namespace Infoscope.Host.Reports;

/// <summary>Several reports as one.</summary>
internal sealed class AllReports(IReadOnlyList<IReport> reports) : IReport
{
    public void Add(IReadOnlyList<ResultRow> rows)
    {
        foreach (var report in reports) report.Add(rows);
    }

    public void End(IReadOnlyList<Finding> findings)
    {
        foreach (var report in reports) report.End(findings);
    }

    public void Dispose()
    {
        foreach (var report in reports) report.Dispose();
    }
}
