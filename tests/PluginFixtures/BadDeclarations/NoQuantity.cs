namespace Infoscope.Fixtures.BadDeclarations;

[Estimator("no-quantity", Citation = "none: a fixture")]
public sealed class NoQuantity : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
