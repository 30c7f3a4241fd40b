namespace Infoscope.Fixtures.DuplicateIdSecond;

/// <summary>Gives the id that DuplicateIdFirst gives too.</summary>
[Estimator("twin", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class SecondTwin : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
