using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Gives every estimate of a label set twice. Falls by every law, since the engine makes no result of it.</summary>
[Estimator("two-of-one", Summary = "Wrong: gives every estimate of a label set twice.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.NonNegative, Exactness.Exact)]
public sealed class TwoOfOne : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override IEnumerable<Estimate> EstimatesOf(LabelSetInfo info, CellTable table) =>
            base.EstimatesOf(info, table).SelectMany(right => new[] { right, right });
    }
}
