using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Counts the first row of each cell in a block once more. Falls by <see cref="Law.Mergeable"/>.</summary>
[Estimator("depends-on-batches", Summary = "Wrong: counts the first row of each cell in a block once more.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.Mergeable, Exactness.Exact)]
public sealed class DependsOnBatches : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        private readonly HashSet<(CellTable, int, int)> seenInBlock = [];

        public override void Observe(in ActivationBlock block)
        {
            seenInBlock.Clear();
            base.Observe(block);
        }

        protected override void Count(CellTable table, int label, int cell, long place) => table.Add(label, cell, times: seenInBlock.Add((table, label, cell)) ? 2 : 1);
    }
}
