namespace Infoscope.Acceptance.Tests.Data;

/// <summary>An estimator whose estimations do not merge, so that the engine feeds it once and makes no jackknife, which costs ten times the estimate.</summary>
internal sealed class WithoutFolds(IEstimator estimator) : IEstimator
{
    public InputRequirements Requires(OptionValues options) => estimator.Requires(options);

    public IEstimation Begin(EstimationContext context) => new Estimation(estimator.Begin(context));

    private sealed class Estimation(IEstimation estimation) : IEstimation
    {
        public void Observe(in ActivationBlock block) => estimation.Observe(block);

        public EstimateSet Complete() => estimation.Complete();

        public void Dispose() => estimation.Dispose();
    }
}
