using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Never returns when 2 rows or more all lie in one cell, as equal rows do. Falls by <see cref="Law.DegenerateInputs"/>.</summary>
[Estimator("hangs-on-equal-rows", Summary = "Wrong: never returns when 2 rows or more all lie in one cell, as equal rows do.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class HangsOnEqualRows : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        public override EstimateSet Complete()
        {
            while (AllRows.RowsUsed > 1 && AllRows.Counts.Count == 1) Thread.Sleep(1);
            return base.Complete();
        }
    }
}
