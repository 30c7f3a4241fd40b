namespace Infoscope.Fixtures.DuplicateIdSecond;

/// <summary>Stays usable although its neighbour is refused.</summary>
[Estimator("not-a-twin", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class NotATwin : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
