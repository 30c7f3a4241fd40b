namespace Infoscope.Engine;

/// <summary>A reason why a comparison cannot run.</summary>
public sealed record CheckProblem
{
    /// <summary>Gets the reason, a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets the estimator that cannot run; empty when it is the input.</summary>
    public string Estimator { get; init; } = "";

    /// <summary>Gets whether the estimator failed, rather than asked for something that the user can give.</summary>
    public bool IsFailure { get; init; }
}
