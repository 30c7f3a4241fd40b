namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>Has options and claims, and is never run.</summary>
[Estimator("optional", Citation = "none: a double", Options = typeof(OptionalOptions))]
[Estimates("mutual-information")]
[Estimates("entropy")]
[Claims(Law.Translation, Exactness.Exact, When = "centre=true")]
[DoesNotClaim(Law.Translation, Because = "without centring a shift counts")]
[Claims(Law.NonNegative, Exactness.Statistical)]
[DoesNotClaim(Law.NonNegative, Quantity = "entropy", Because = "it may be")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "entropy")]
[VerifyWith("count=1, centre=true")]
public sealed class OptionalEstimator : IEstimator
{
    public InputRequirements Requires(OptionValues options)
    {
        var bound = options.Bind<OptionalOptions>();
        return bound is { Kind: Precision.Single, Centre: false, Count: 3 } ? throw new OptionException("optional.kind=single needs more.") : new();
    }

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException();
}
