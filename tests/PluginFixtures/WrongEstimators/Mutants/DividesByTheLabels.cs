using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Divides the information by the number of labels. Falls by <see cref="Law.DataProcessingLabels"/>.</summary>
[Estimator("divides-by-the-labels", Summary = "Wrong: divides the information by the number of labels.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.DataProcessingLabels, Exactness.Exact), Claims(Law.LabelRefinementMonotone, Exactness.Exact)]
public sealed class DividesByTheLabels : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = right.InformationNats / right.Labels };
        }
    }
}
