namespace Infoscope.Fixtures.NeverReturns;

/// <summary>Waits for what never comes.</summary>
[Estimator("never-returns", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class Waits : IEstimator
{
    public Waits() => Thread.Sleep(Timeout.Infinite);

    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
