using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Counts the first row on each thread twice. Falls by <see cref="Law.Deterministic"/>.</summary>
[Estimator("depends-on-the-thread", Summary = "Wrong: counts the first row on each thread twice.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.NonNegative, Exactness.Exact), Claims(Law.AtMostLabelEntropy, Exactness.Exact), Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
[Claims(Law.ChannelCeiling, Exactness.Exact), Claims(Law.JsdIdentity, Exactness.Exact), Claims(Law.JsdRange, Exactness.Exact)]
[Claims(Law.LabelRefinementMonotone, Exactness.Exact), Claims(Law.ChainRule, Exactness.Exact), Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.SamplePermutation, Exactness.Exact), Claims(Law.LabelRenaming, Exactness.Exact), Claims(Law.DimensionPermutation, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact), Claims(Law.PerSampleScale, Exactness.Exact), Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.Mergeable, Exactness.Exact), Claims(Law.DeclaredCeiling, Exactness.Exact), Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "null-bias", Because = "the bias of independent labels falls with the number of rows")]
public sealed class DependsOnTheThread : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        [ThreadStatic]
        private static long rowsOnThisThread;

        protected override void Count(CellTable table, int label, int cell, long place)
        {
            if (table == AllRows) rowsOnThisThread++;
            table.Add(label, cell, times: rowsOnThisThread == 1 ? 2 : 1);
        }
    }
}
