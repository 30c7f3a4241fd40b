using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Counts the first row of the data twice. Falls by <see cref="Law.SamplePermutation"/>.</summary>
[Estimator("counts-the-first-row-twice", Summary = "Wrong: counts the first row of the data twice.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.SamplePermutation, Exactness.Exact)]
public sealed class CountsTheFirstRowTwice : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override void Count(CellTable table, int label, int cell, long place) => table.Add(label, cell, times: place == 0 ? 2 : 1);
    }
}
