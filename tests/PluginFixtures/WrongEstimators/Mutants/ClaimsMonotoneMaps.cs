using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Claims that monotone maps of features do not matter to their signs. Falls by <see cref="Law.MonotonePerDimension"/>.</summary>
[Estimator("claims-monotone-maps", Summary = "Wrong: claims that monotone maps of features do not matter to their signs.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.MonotonePerDimension, Exactness.Exact)]
public sealed class ClaimsMonotoneMaps : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new(context);
}
