namespace Infoscope.Fixtures.BadDeclarations;

/// <summary>Stays usable although its neighbours are refused.</summary>
[Estimator("well-declared", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class WellDeclared : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
