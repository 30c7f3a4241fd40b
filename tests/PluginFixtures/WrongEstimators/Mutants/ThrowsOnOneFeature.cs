using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Reads the second feature of a row that may have but one. Falls by <see cref="Law.DegenerateInputs"/>.</summary>
[Estimator("throws-on-one-feature", Summary = "Wrong: reads the second feature of a row that may have but one.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class ThrowsOnOneFeature : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override bool IsUsable(ReadOnlySpan<double> values) => !double.IsNaN(values[1]) && base.IsUsable(values);
    }
}
