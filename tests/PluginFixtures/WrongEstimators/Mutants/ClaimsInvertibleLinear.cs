using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Claims that invertible linear maps do not matter to the signs of features. Falls by <see cref="Law.InvertibleLinear"/>.</summary>
[Estimator("claims-invertible-linear", Summary = "Wrong: claims that invertible linear maps do not matter to the signs of features.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.InvertibleLinear, Exactness.Exact)]
public sealed class ClaimsInvertibleLinear : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new(context);
}
