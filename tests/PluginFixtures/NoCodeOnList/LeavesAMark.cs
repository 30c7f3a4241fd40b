namespace Infoscope.Fixtures.NoCodeOnList;

/// <summary>Declares a bit of everything, so that reading it decodes every attribute of the contract.</summary>
[Estimator("leaves-a-mark", Summary = "Leaves a file behind when it is loaded.", Citation = "none: a fixture", Options = typeof(MarkOptions))]
[Estimates("entropy")]
[Estimates("rows-observed")]
[Claims(Law.SamplePermutation, Exactness.Exact)]
[Claims(Law.ChainRule, Exactness.InDistribution, Quantity = "entropy", When = "ink=blue")]
[DoesNotClaim(Law.Isometry, Because = "Ink runs.", Quantity = "entropy")]
public sealed class LeavesAMark : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => throw new NotSupportedException("this fixture is never run");
}
