using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Reports half of the entropy. Falls by <see cref="Law.AtMostOwnEntropy"/>.</summary>
[Estimator("halves-the-entropy", Summary = "Wrong: reports half of the entropy.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
public sealed class HalvesTheEntropy : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { EntropyNats = right.EntropyNats / 2 };
        }
    }
}
