using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Reports 1 - exp(-I) for the information I, and the rest of the entropy as conditional entropy. Falls by <see cref="Law.ChainRule"/>.</summary>
[Estimator("squeezes-the-information", Summary = "Wrong: reports 1 - exp(-I) for the information I, and the rest of the entropy as conditional entropy.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.NonNegative, Exactness.Exact), Claims(Law.AtMostLabelEntropy, Exactness.Exact), Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
[Claims(Law.ChannelCeiling, Exactness.Exact), Claims(Law.JsdIdentity, Exactness.Exact), Claims(Law.JsdRange, Exactness.Exact)]
[Claims(Law.LabelRefinementMonotone, Exactness.Exact), Claims(Law.ChainRule, Exactness.Exact), Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.SamplePermutation, Exactness.Exact), Claims(Law.LabelRenaming, Exactness.Exact), Claims(Law.DimensionPermutation, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact), Claims(Law.PerSampleScale, Exactness.Exact), Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.Mergeable, Exactness.Exact), Claims(Law.DeclaredCeiling, Exactness.Exact), Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
[Claims(Law.AdditiveIndependent, Exactness.Exact)]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "null-bias", Because = "the bias of independent labels falls with the number of rows")]
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
