namespace Infoscope.Fixtures.ThrowsInConstructor;

/// <summary>Throws an exception of its own type.</summary>
[Estimator("throws-in-constructor", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class Throws : IEstimator
{
    public Throws() => throw new LicenceException("licence file not found");

    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
