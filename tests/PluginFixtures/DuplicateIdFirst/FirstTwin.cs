namespace Infoscope.Fixtures.DuplicateIdFirst;

/// <summary>Gives the id that DuplicateIdSecond gives too.</summary>
[Estimator("twin", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class FirstTwin : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
