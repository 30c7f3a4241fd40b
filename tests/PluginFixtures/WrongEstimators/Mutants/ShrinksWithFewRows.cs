using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Multiplies the information by n/(n+1). Falls by <see cref="Law.ReplicationInvariant"/>.</summary>
[Estimator("shrinks-with-few-rows", Summary = "Wrong: multiplies the information by n/(n+1).", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.ReplicationInvariant, Exactness.Exact)]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "null-bias", Because = "the bias of independent labels falls with the number of rows")]
public sealed class ShrinksWithFewRows : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = right.InformationNats * table.RowsUsed / (table.RowsUsed + 1) };
        }
    }
}
