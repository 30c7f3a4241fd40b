namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>The options of <see cref="EitherKindEstimator"/>.</summary>
public sealed record EitherKindOptions
{
    [Option("whether rows are distributions")]
    public bool Shares { get; init; } = true;
}
