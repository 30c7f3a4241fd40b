using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Divides the counts of labels by the number of all rows, although some have no label. Falls by <see cref="Law.JsdIdentity"/>.</summary>
[Estimator("weighs-by-all-rows", Summary = "Wrong: divides the counts of labels by the number of all rows, although some have no label.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.JsdIdentity, Exactness.Exact)]
public sealed class WeighsByAllRows : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = right.InformationNats * table.RowsUsed / AllRows.RowsUsed };
        }
    }
}
