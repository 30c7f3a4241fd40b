using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Aborts the process when it has seen but one row. Falls by <see cref="Law.DegenerateInputs"/>.</summary>
[Estimator("fails-fast", Summary = "Wrong: aborts the process when it has seen but one row.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class FailsFast : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        public override EstimateSet Complete()
        {
            if (AllRows.RowsUsed == 1) Environment.FailFast("one row is not enough");
            return base.Complete();
        }
    }
}
