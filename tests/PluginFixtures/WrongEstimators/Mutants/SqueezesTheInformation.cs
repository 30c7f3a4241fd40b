using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Reports 1 - exp(-I) for the information I, and the rest of the entropy as conditional entropy. Falls by <see cref="Law.ChainRule"/>.</summary>
[Estimator("squeezes-the-information", Summary = "Wrong: reports 1 - exp(-I) for the information I, and the rest of the entropy as conditional entropy.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.ChainRule, Exactness.Exact), Claims(Law.AdditiveIndependent, Exactness.Exact)]
public sealed class SqueezesTheInformation : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            var squeezed = 1 - Math.Exp(-right.InformationNats);
            return right with { InformationNats = squeezed, ConditionalEntropyNats = right.EntropyNats - squeezed };
        }
    }
}
