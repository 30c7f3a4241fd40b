using Infoscope.Engine.Results;

namespace Infoscope.Engine;

/// <summary>What came of comparing estimators on one activation set.</summary>
public sealed record ComparisonResult
{
    /// <summary>Gets the rows, estimator by estimator.</summary>
    public required IReadOnlyList<ResultRow> Rows { get; init; }

    /// <summary>Gets the estimators that failed, each with a sentence; they have no rows.</summary>
    public required IReadOnlyList<(string Estimator, string Reason)> Failures { get; init; }
}
