namespace Infoscope.Fixtures.BadId;

/// <summary>Its id is not in lower case with hyphens.</summary>
[Estimator("Bad Id", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class Spaced : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
