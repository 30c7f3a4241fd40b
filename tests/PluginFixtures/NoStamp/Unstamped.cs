namespace Infoscope.Fixtures.NoStamp;

/// <summary>Carries no stamp.</summary>
[Estimator("unstamped", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class Unstamped : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
