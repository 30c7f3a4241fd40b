namespace Infoscope.Fixtures.BadDeclarations;

[Estimator("takes-a-type", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class TakesAType<T> : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
