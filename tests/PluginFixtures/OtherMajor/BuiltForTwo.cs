namespace Infoscope.Fixtures.OtherMajor;

/// <summary>Built against a major version that this host does not have.</summary>
[Estimator("built-for-two", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class BuiltForTwo : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
