using Infoscope.Engine.Results;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>What came of one comparison of a benchmark: the rows of the task's quantity and its variants, or why there are none.</summary>
internal sealed record JobOutcome
{
    /// <summary>Gets the rows, at most one for each quantity.</summary>
    public IReadOnlyList<ResultRow> Rows { get; init; } = [];

    /// <summary>Gets why there are none; empty when the comparison was run.</summary>
    public string Failure { get; init; } = "";

    /// <summary>Gets whether the estimator refused the input beforehand, as it may.</summary>
    public bool IsRefusal { get; init; }
}
