using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Claims that invertible maps do not matter to the signs of features. Falls by <see cref="Law.AnyInvertible"/>.</summary>
[Estimator("claims-any-invertible", Summary = "Wrong: claims that invertible maps do not matter to the signs of features.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.AnyInvertible, Exactness.Exact)]
public sealed class ClaimsAnyInvertible : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new(context);
}
