using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Truths;

namespace Infoscope.Host.Benchmarking;

/// <summary>Where the lines of a benchmark go.</summary>
internal interface IBenchmarkReport : IDisposable
{
    /// <summary>Takes the lines of a task.</summary>
    void Add(KnownTask task, IReadOnlyList<BenchmarkRow> rows);

    /// <summary>Is told that no more come, also after an interruption.</summary>
    void End();
}
