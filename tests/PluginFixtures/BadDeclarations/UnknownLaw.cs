namespace Infoscope.Fixtures.BadDeclarations;

[Claims((Law)999, Exactness.Exact)]
[Estimator("unknown-law", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class UnknownLaw : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
