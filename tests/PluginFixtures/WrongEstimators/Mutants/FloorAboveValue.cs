using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>States a least information midway between the information and its ceiling. Falls by <see cref="Law.DeclaredCeiling"/>.</summary>
[Estimator("floor-above-value", Summary = "Wrong: states a least information midway between the information and its ceiling.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
public sealed class FloorAboveValue : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationFloorNats = (right.InformationNats + right.InformationCeilingNats) / 2 };
        }
    }
}
