namespace Infoscope.Fixtures.ThrowsInConstructor;

/// <summary>Its options record cannot be made.</summary>
[Estimator("throws-in-options", Citation = "none: a fixture", Options = typeof(BrokenOptions))]
[Estimates("rows-observed")]
public sealed class ThrowsInOptions : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
