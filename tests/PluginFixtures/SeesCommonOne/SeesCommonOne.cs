using Infoscope.Fixtures.Common;

namespace Infoscope.Fixtures.SeesCommonOne;

/// <summary>Tells which version of the library it sees.</summary>
[Estimator("sees-common-one", Citation = "none: a fixture")]
[Estimates("library-version")]
public sealed class SeesCommonOne : IEstimator
{
    private readonly int version = Library.VersionOne;

    public InputRequirements Requires(OptionValues options) => new() { MinimumRows = version };

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
