using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Truths;

namespace Infoscope.Host.Benchmarking;

/// <summary>The lines of a benchmark as CSV or JSON Lines, sent on task by task.</summary>
internal sealed class BenchmarkLines(TextWriter writer, bool json) : IBenchmarkReport
{
    private readonly FlatLines<BenchmarkRow> lines = new(writer, BenchmarkColumns.Rows, json);

    public void Add(KnownTask task, IReadOnlyList<BenchmarkRow> rows) => lines.Add(rows);

    public void End()
    {
    }

    public void Dispose() => lines.Dispose();
}
