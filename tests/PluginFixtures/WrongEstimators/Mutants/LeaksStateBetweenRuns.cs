using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Divides by the number of rows of all runs so far. Falls by <see cref="Law.Deterministic"/>.</summary>
[Estimator("leaks-state-between-runs", Summary = "Wrong: divides by the number of rows of all runs so far.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.NonNegative, Exactness.Exact), Claims(Law.AtMostLabelEntropy, Exactness.Exact), Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
[Claims(Law.ChannelCeiling, Exactness.Exact), Claims(Law.JsdIdentity, Exactness.Exact), Claims(Law.JsdRange, Exactness.Exact)]
[Claims(Law.LabelRefinementMonotone, Exactness.Exact), Claims(Law.ChainRule, Exactness.Exact), Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.SamplePermutation, Exactness.Exact), Claims(Law.LabelRenaming, Exactness.Exact), Claims(Law.DimensionPermutation, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact), Claims(Law.PerSampleScale, Exactness.Exact), Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.Mergeable, Exactness.Exact), Claims(Law.DeclaredCeiling, Exactness.Exact), Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "null-bias", Because = "the bias of independent labels falls with the number of rows")]
public sealed class LeaksStateBetweenRuns : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        private static long rowsEver;

        protected override void Count(CellTable table, int label, int cell, long place)
        {
            base.Count(table, label, cell, place);
            if (table == AllRows) Interlocked.Increment(ref rowsEver);
        }

        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = right.InformationNats * AllRows.RowsUsed / Interlocked.Read(ref rowsEver) };
        }
    }
}
