namespace Infoscope.Fixtures.ThrowsInBegin;

/// <summary>Fails when it is asked what it needs.</summary>
[Estimator("throws-in-requires", Summary = "Throws when it is asked.", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class ThrowsInRequires : IEstimator
{
    public InputRequirements Requires(OptionValues options) => throw new InvalidOperationException("do not ask");

    public IEstimation Begin(EstimationContext context) => throw new InvalidOperationException("never reached");
}
