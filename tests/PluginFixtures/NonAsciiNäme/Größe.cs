namespace Infoscope.Fixtures.NonAsciiNäme;

/// <summary>Has letters beyond ASCII in the names of its folder, file, namespace and class.</summary>
[Estimator("non-ascii-name", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class Größe : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
