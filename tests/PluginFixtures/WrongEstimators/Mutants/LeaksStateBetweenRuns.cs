using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Divides by the number of rows of all runs so far. Falls by <see cref="Law.Deterministic"/>.</summary>
[Estimator("leaks-state-between-runs", Summary = "Wrong: divides by the number of rows of all runs so far.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class LeaksStateBetweenRuns : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        private static long rowsEver;

        protected override void Count(CellTable table, int label, int cell, long place)
        {
            base.Count(table, label, cell, place);
            if (table == AllRows) Interlocked.Increment(ref rowsEver);
        }

        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = right.InformationNats * AllRows.RowsUsed / Interlocked.Read(ref rowsEver) };
        }
    }
}
