using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Shares the information out among the label sets that there are. Falls by <see cref="Law.Deterministic"/>.</summary>
[Estimator("looks-at-other-label-sets", Summary = "Wrong: shares the information out among the label sets that there are.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class LooksAtOtherLabelSets : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        private readonly int labelSets = context.LabelSets.Count;

        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = right.InformationNats / labelSets };
        }
    }
}
