namespace Infoscope.Fixtures.NeverReturns;

/// <summary>Stays usable although its neighbour never returns.</summary>
[Estimator("returns-at-once", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class DoesNotWait : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
