using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Restores a state that has seen no row. Falls by <see cref="Law.Mergeable"/>.</summary>
[Estimator("restores-wrongly", Summary = "Wrong: restores a state that has seen no row.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.Mergeable, Exactness.Exact)]
public sealed class RestoresWrongly : CellEstimator
{
    public override IMergeableEstimation Restore(EstimationContext context, Stream from) => Create(context);

    private protected override CellEstimation Create(EstimationContext context) => new(context);
}
