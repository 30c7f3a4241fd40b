using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>States twice the null bias. Falls by <see cref="Law.DeclaredNullBias"/>.</summary>
[Estimator("claims-null-bias-wrongly", Summary = "Wrong: states twice the null bias.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.DeclaredNullBias, Exactness.Statistical)]
public sealed class ClaimsNullBiasWrongly : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { NullBiasNats = 2 * right.NullBiasNats };
        }
    }
}
