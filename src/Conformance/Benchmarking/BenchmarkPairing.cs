using Infoscope.Conformance.Truths;
using Infoscope.Engine;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>An estimator and a task, and whether the one can be asked the other.</summary>
public sealed record BenchmarkPairing
{
    /// <summary>Gets the estimator.</summary>
    public required EstimatorEntry Estimator { get; init; }

    /// <summary>Gets the options that set the estimator apart from others with its id, such as <c>correction=nsb</c>; empty where there is no other.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Gets the task.</summary>
    public required KnownTask Task { get; init; }

    /// <summary>Gets why the estimator cannot be asked, a phrase such as <c>takes no reference</c>; empty when it can.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets whether the estimator is asked.</summary>
    public bool Applies => Reason.Length == 0;

    /// <summary>Gets whether the reason is a defect of the estimator.</summary>
    public bool IsFailure { get; init; }
}
