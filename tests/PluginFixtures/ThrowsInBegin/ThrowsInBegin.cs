namespace Infoscope.Fixtures.ThrowsInBegin;

/// <summary>Fails before it sees a row, by no fault of the user's.</summary>
[Estimator("throws-in-begin", Summary = "Throws when it begins.", Citation = "none: a fixture")]
[Estimates("rows-observed")]
public sealed class ThrowsInBegin : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new InvalidOperationException("not today");
}
