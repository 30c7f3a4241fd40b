using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Reports the information less its null bias, 0 where that is below 0, as the information. Falls by <see cref="Law.JsdIdentity"/>.</summary>
[Estimator("clamps-the-corrected", Summary = "Wrong: reports the information less its null bias, 0 where that is below 0, as the information.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.JsdIdentity, Exactness.Exact)]
public sealed class ClampsTheCorrected : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = Math.Max(0, right.InformationNats - right.NullBiasNats) };
        }
    }
}
