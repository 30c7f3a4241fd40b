using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators;

/// <summary>Entropy and information of the signs of the features. This one is right; the wrong ones start from it.</summary>
/// <remarks>
/// Each feature of a row is 1 when it is above 0 and else 0; the bits of a row are its cell. Cells and labels are counted, and every number is the plug-in formula
/// of the counts, so that Shannon's laws hold exactly.
/// Input: rows (n, d), n and d at least 1; of more than 20 features the first 20 are looked at. A row that is not finite is left out and counted.
/// Range: nats; entropies between 0 and ln min(2^d, n), information between 0 and the smaller of H(Y) and H(Z). Cost: O(n (d + label sets)) time and memory for each pair of label and cell that occurs.
/// Randomness: none. Reference: Shannon (1948); Miller (1955) for the null bias. Safe for any number of threads.
/// </remarks>
[Estimator("sign-cells", Summary = "Entropy and information of the signs of the features.", Citation = "none: a fixture")]
[Estimates("entropy")]
[Estimates("conditional-entropy")]
[Estimates("mutual-information")]
[Estimates("disentanglement-uniform")]
[Estimates("channel-ceiling")]
[Estimates("null-bias")]
[Claims(Law.NonNegative, Exactness.Exact)]
[Claims(Law.AtMostLabelEntropy, Exactness.Exact)]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
[Claims(Law.ChannelCeiling, Exactness.Exact)]
[Claims(Law.JsdIdentity, Exactness.Exact)]
[Claims(Law.JsdRange, Exactness.Exact)]
[Claims(Law.LabelRefinementMonotone, Exactness.Exact)]
[Claims(Law.ChainRule, Exactness.Exact)]
[Claims(Law.SamplePermutation, Exactness.Exact)]
[Claims(Law.LabelRenaming, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact)]
[Claims(Law.PerSampleScale, Exactness.Exact)]
[Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.Mergeable, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "null-bias", Because = "the bias of independent labels falls with the number of rows, and copies count as rows")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "a monotone map of a feature may move values across 0")]
[DoesNotClaim(Law.Isometry, Because = "a rotation moves rows into other orthants")]
[DoesNotClaim(Law.Translation, Because = "a shift moves rows into other orthants")]
[DoesNotClaim(Law.InvertibleLinear, Because = "a linear map moves rows into other orthants")]
[DoesNotClaim(Law.AnyInvertible, Because = "an invertible map may send rows of one orthant into several")]
[DoesNotClaim(Law.DataProcessingRepresentation, Because = "a function of the rows may give other signs to rows that shared them, and so tell them apart")]
public sealed class SignCells : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new(context);
}
