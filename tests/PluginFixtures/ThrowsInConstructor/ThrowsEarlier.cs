namespace Infoscope.Fixtures.ThrowsInConstructor;

/// <summary>Throws before its constructor runs.</summary>
[Estimator("throws-in-static-constructor", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class ThrowsEarlier : IEstimator
{
    private static readonly int Answer = int.Parse("forty-two");

    public ThrowsEarlier() => GC.KeepAlive(Answer);

    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
