namespace Infoscope.Fixtures.MalformedStamp;

/// <summary>Carries a stamp that is no version.</summary>
[Estimator("oddly-stamped", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class OddlyStamped : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
