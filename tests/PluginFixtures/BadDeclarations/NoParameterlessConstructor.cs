namespace Infoscope.Fixtures.BadDeclarations;

[Estimator("no-parameterless-constructor", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class NoParameterlessConstructor(int seed) : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException($"this fixture is never run, not even with {seed}");
}
