namespace Infoscope.Fixtures.CountsObserveCalls;

/// <summary>Counts calls of Observe in estimations that merge, save and restore: a call of any fold is a call.</summary>
[Estimator("counts-observe-calls-mergeable", Summary = "Counts the blocks it is fed, over all folds.", Citation = "none: a fixture", Options = typeof(AccessOptions))]
[Estimates("observe-calls")]
[Estimates("rows-observed")]
[Estimates("smallest-block")]
[Estimates("largest-block")]
public sealed class CountsObserveCallsMergeable : IRestoringEstimator
{
    public InputRequirements Requires(OptionValues options) => options.Bind<AccessOptions>().Requirements();

    public IEstimation Begin(EstimationContext context) => new MergeableCallCount(context, new CallCount());

    public IMergeableEstimation Restore(EstimationContext context, Stream from) => MergeableCallCount.Read(context, from);
}
