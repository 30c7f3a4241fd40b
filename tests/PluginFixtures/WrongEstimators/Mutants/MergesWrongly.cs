using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Forgets the counts of the label sets when it merges. Falls by <see cref="Law.Mergeable"/>.</summary>
[Estimator("merges-wrongly", Summary = "Wrong: forgets the counts of the label sets when it merges.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.Mergeable, Exactness.Exact)]
public sealed class MergesWrongly : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override void AddTables(CellEstimation other) => AllRows.Add(other.AllRows);
    }
}
