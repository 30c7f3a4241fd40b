using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Compares each feature with 1 instead of with 0. Falls by <see cref="Law.GlobalScale"/>.</summary>
[Estimator("scale-sensitive", Summary = "Wrong: compares each feature with 1 instead of with 0.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.GlobalScale, Exactness.Exact)]
public sealed class ScaleSensitive : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override int CellOf(ReadOnlySpan<double> values)
        {
            var cell = 0;
            foreach (var value in values[..Signs]) cell = (2 * cell) + (value > 1 ? 1 : 0);
            return cell;
        }
    }
}
