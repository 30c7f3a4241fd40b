namespace Infoscope.Fixtures.BadDeclarations;

/// <summary>Well declared as far as metadata shows; its options record has no constructor without arguments.</summary>
[Estimator("options-without-defaults", Citation = "none: a fixture", Options = typeof(Bandwidth))]
[Estimates("rows-observed")]
public sealed class OptionsWithoutDefaults : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");

    public sealed record Bandwidth(double Value);
}
