using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Claims that no function of the rows tells apart what the signs do not. Falls by <see cref="Law.DataProcessingRepresentation"/>.</summary>
[Estimator("claims-data-processing", Summary = "Wrong: claims that no function of the rows tells apart what the signs do not.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.DataProcessingRepresentation, Exactness.Exact)]
public sealed class ClaimsDataProcessing : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new(context);
}
