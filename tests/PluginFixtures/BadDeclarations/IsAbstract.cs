namespace Infoscope.Fixtures.BadDeclarations;

[Estimator("is-abstract", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public abstract class IsAbstract : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
