using Infoscope.Conformance;

namespace Infoscope.Host.Verifying;

/// <summary>What came of verifying one estimator.</summary>
internal sealed record EstimatorOutcome
{
    /// <summary>Gets why it cannot be loaded; null when it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>Gets what is wrong beside the checks.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Gets the reports of its checks, in the order of the laws; none when it could not even be asked.</summary>
    public IReadOnlyList<CheckReport> Checks { get; init; } = [];
}
