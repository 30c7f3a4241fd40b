using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Claims that a shift does not matter to the signs of features. Falls by <see cref="Law.Translation"/>.</summary>
[Estimator("claims-translation", Summary = "Wrong: claims that a shift does not matter to the signs of features.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.Translation, Exactness.Exact)]
public sealed class ClaimsTranslation : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new(context);
}
