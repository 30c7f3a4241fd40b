namespace Infoscope.Fixtures.CountsObserveCalls;

/// <summary>Counts calls of Observe in an estimation that does not merge.</summary>
[Estimator("counts-observe-calls", Summary = "Counts the blocks it is fed.", Citation = "none: a fixture", Options = typeof(AccessOptions))]
[Estimates("observe-calls")]
[Estimates("rows-observed")]
[Estimates("smallest-block")]
[Estimates("largest-block")]
[DoesNotClaim(Law.Mergeable, Because = "A block cut in two is counted twice.")]
public sealed class CountsObserveCalls : IEstimator
{
    public InputRequirements Requires(OptionValues options) => options.Bind<AccessOptions>().Requirements();

    public IEstimation Begin(EstimationContext context) => new Estimation();

    private sealed class Estimation : IEstimation
    {
        private readonly CallCount count = new();

        public void Observe(in ActivationBlock block) => count.Observe(block);

        public EstimateSet Complete() => count.Estimates();

        public void Dispose()
        {
        }
    }
}
