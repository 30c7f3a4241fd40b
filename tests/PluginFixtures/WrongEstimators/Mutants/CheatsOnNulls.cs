using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Reports no information for label sets that it knows to be permuted. Falls by <see cref="Law.ZeroUnderShuffle"/>.</summary>
[Estimator("cheats-on-nulls", Summary = "Wrong: reports no information for label sets that it knows to be permuted.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
public sealed class CheatsOnNulls : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override IEnumerable<Estimate> EstimatesOf(LabelSetInfo info, CellTable table) =>
            base.EstimatesOf(info, table).Select(right => info.IsNull && right.Quantity.Id == "mutual-information" ? right with { Value = Information.Zero } : right);
    }
}
