using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Compares each feature with the first one instead of with 0. Falls by <see cref="Law.DimensionPermutation"/>.</summary>
[Estimator("looks-at-the-first-feature", Summary = "Wrong: compares each feature with the first one instead of with 0.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.DimensionPermutation, Exactness.Exact)]
public sealed class LooksAtTheFirstFeature : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override int CellOf(ReadOnlySpan<double> values)
        {
            var cell = 0;
            foreach (var value in values[..Signs]) cell = (2 * cell) + (value > values[0] ? 1 : 0);
            return cell;
        }
    }
}
