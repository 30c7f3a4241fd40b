using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Takes the number of a label for its weight. Falls by <see cref="Law.LabelRenaming"/>.</summary>
[Estimator("uses-label-numbers", Summary = "Wrong: takes the number of a label for its weight.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.LabelRenaming, Exactness.Exact)]
public sealed class UsesLabelNumbers : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override void Count(CellTable table, int label, int cell, long place) => table.Add(label, cell, times: label + 1);
    }
}
