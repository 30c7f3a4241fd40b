using Infoscope.Fixtures.Common;

namespace Infoscope.Fixtures.SeesCommonTwo;

/// <summary>Tells which version of the library it sees.</summary>
[Estimator("sees-common-two", Citation = "none: a fixture")]
[Estimates("library-version")]
public sealed class SeesCommonTwo : IEstimator
{
    private readonly int version = new Book().Edition;

    public InputRequirements Requires(OptionValues options) => new() { MinimumRows = version };

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
