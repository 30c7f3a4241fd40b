namespace Infoscope.Fixtures.BadDeclarations;

[Estimator("not-public", Citation = "none: a fixture")]
[Estimates("rows-observed")]
internal sealed class NotPublic : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
