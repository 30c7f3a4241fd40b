using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Calls itself without end on a zero row. Falls by <see cref="Law.DegenerateInputs"/>.</summary>
[Estimator("overflows-the-stack", Summary = "Wrong: calls itself without end on a zero row.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class OverflowsTheStack : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override int CellOf(ReadOnlySpan<double> values) => values.ContainsAnyExcept(0.0) ? base.CellOf(values) : Deeper(1);

        private static int Deeper(int depth) => 1 + Deeper(depth + 1);
    }
}
