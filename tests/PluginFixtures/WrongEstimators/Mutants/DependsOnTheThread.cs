using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Counts the first row on each thread twice. Falls by <see cref="Law.Deterministic"/>.</summary>
[Estimator("depends-on-the-thread", Summary = "Wrong: counts the first row on each thread twice.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class DependsOnTheThread : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        [ThreadStatic]
        private static long rowsOnThisThread;

        protected override void Count(CellTable table, int label, int cell, long place)
        {
            if (table == AllRows) rowsOnThisThread++;
            table.Add(label, cell, times: rowsOnThisThread == 1 ? 2 : 1);
        }
    }
}
