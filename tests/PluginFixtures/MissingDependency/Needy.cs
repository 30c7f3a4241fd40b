namespace Infoscope.Fixtures.MissingDependency;

/// <summary>Needs a library that the tests take away.</summary>
[Estimator("missing-dependency", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class Needy : IEstimator
{
    private readonly int version = Common.Library.VersionOne;

    public int Version => version;

    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
