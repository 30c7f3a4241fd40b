namespace Infoscope.Fixtures.BadDeclarations;

[Estimator("not-sealed", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public class NotSealed : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
