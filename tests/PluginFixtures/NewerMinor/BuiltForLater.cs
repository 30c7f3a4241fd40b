namespace Infoscope.Fixtures.NewerMinor;

/// <summary>Built against a minor version that this host does not have yet.</summary>
[Estimator("built-for-later", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class BuiltForLater : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
