using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Claims that rotations do not matter to the signs of features. Falls by <see cref="Law.Isometry"/>.</summary>
[Estimator("claims-isometry", Summary = "Wrong: claims that rotations do not matter to the signs of features.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.Isometry, Exactness.Exact)]
public sealed class ClaimsIsometry : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new(context);
}
