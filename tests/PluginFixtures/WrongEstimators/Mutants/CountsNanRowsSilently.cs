using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Counts rows that are not finite in the cell of their signs, and says nothing. Falls by <see cref="Law.DegenerateInputs"/>.</summary>
[Estimator("counts-nan-rows-silently", Summary = "Wrong: counts rows that are not finite in the cell of their signs, and says nothing.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class CountsNanRowsSilently : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override bool IsUsable(ReadOnlySpan<double> values) => true;
    }
}
