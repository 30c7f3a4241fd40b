using Infoscope.Conformance.Truths;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>What a benchmark found on one task.</summary>
public sealed record TaskBenchmark
{
    /// <summary>Gets the task.</summary>
    public required KnownTask Task { get; init; }

    /// <summary>Gets the lines: estimator by estimator, quantity by quantity, the numbers of rows as they are in the settings.</summary>
    public required IReadOnlyList<BenchmarkRow> Rows { get; init; }

    /// <summary>Gets the estimators that refused every draw of the task, such as for its number of features, each with its reason; they have no lines.</summary>
    public required IReadOnlyList<BenchmarkPairing> Refused { get; init; }
}
