using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>States its ceiling as a ratio, without a unit. Falls by <see cref="Law.UnitConversion"/>.</summary>
[Estimator("ceiling-of-another-kind", Summary = "Wrong: states its ceiling as a ratio, without a unit.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class CeilingOfAnotherKind : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override IEnumerable<Estimate> EstimatesOf(LabelSetInfo info, CellTable table) =>
            base.EstimatesOf(info, table).Select(right => right with { Ceiling = right.Ceiling is { } ceiling ? Amount.Ratio(ceiling.Number) : null });
    }
}
