using Infoscope.Plugins.SoftEntropy.Anchors;
using Infoscope.Plugins.SoftEntropy.Temperatures;

namespace Infoscope.Plugins.SoftEntropy;

/// <summary>Entropy and information of rows softly assigned to random directions.</summary>
/// <remarks>
/// Each row is scaled to length 1 and assigned to m anchors on the sphere by the softmax of its cosines with them, divided by a temperature. Entropies are those of
/// mean assignments; information is the mutual information of label and anchor, so Shannon's inequalities hold exactly.
/// Input: rows (n, d), n at least 1, d at least 2 (1 with a temperature given as a number); any number of label sets. A zero row or one that is not finite is left out and counted.
/// Range: nats, between 0 and ln m. Cost: O(n d m) time, O(m) memory per observed label and label set. Randomness: the anchors, from the stream "anchors".
/// Reference: Conklin, "Information structure in mappings" (arXiv 2505.23960) and its library of 2026. Safe for any number of threads.
/// </remarks>
[Estimator(
    "soft-entropy",
    Summary = "entropy and information of rows softly assigned to random directions",
    Citation = "H. Conklin, Information Structure in Mappings: An Approach to Learning, Representation, and Generalisation, arXiv 2505.23960",
    Options = typeof(SoftEntropyOptions))]
[Estimates("entropy")]
[Estimates("conditional-entropy")]
[Estimates("mutual-information")]
[Estimates("disentanglement")]
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
[Claims(Law.GlobalScale, Exactness.Exact)]
[Claims(Law.PerSampleScale, Exactness.Exact)]
[Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.Mergeable, Exactness.Exact)]
[Claims(Law.Deterministic, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.InDistribution)]
[Claims(Law.Isometry, Exactness.InDistribution)]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
[Claims(Law.DeclaredNullBias, Exactness.Statistical)]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "null-bias", Because = "the bias of independent labels falls with the number of rows, and copies count as rows")]
[DoesNotClaim(Law.Symmetric, Because = "labels and rows are different kinds of input, so there is no information of Z about Y to compare with")]
[DoesNotClaim(Law.Translation, Because = "a shift changes the directions of the rows")]
[DoesNotClaim(Law.InvertibleLinear, Because = "a linear map that is no scaled rotation changes the angles between rows")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "a monotone map of a feature changes the directions of the rows")]
[DoesNotClaim(Law.AnyInvertible, Because = "the anchors see directions at one resolution, and an invertible map may spread or hide what lies below it")]
[DoesNotClaim(Law.DataProcessingRepresentation, Because = "a function of the rows may turn what lies below the resolution of the anchors into angles they can see")]
[DoesNotClaim(Law.AdditiveIndependent, Because = "the anchors of a joint row are not pairs of anchors of its parts")]
public sealed class SoftEntropyEstimator : IRestoringEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bound = options.Bind<SoftEntropyOptions>();
        Temperature.Parse(bound.Temperature, options.Owner);
        if (bound.AnchorsFile is { } file) AnchorSet.CheckShape(file, options.Owner);
        return new InputRequirements { Access = RowAccess.Stream, Labels = InputNeed.Optional };
    }

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context) => Make(context);

    /// <inheritdoc/>
    public IMergeableEstimation Restore(EstimationContext context, Stream from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var estimation = Make(context);
        estimation.Restore(from);
        return estimation;
    }

    private static SoftEntropyEstimation Make(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.Options.Bind<SoftEntropyOptions>();
        var (features, owner) = (context.Shape.Features, context.Options.Owner);
        if (features < 1) throw new ActivationShapeException($"the rows have {features} features; soft-entropy needs at least 1.");
        var anchors = options.AnchorsFile is { } file
            ? AnchorSet.From(file, features, context.Precision, owner)
            : AnchorSet.Draw(context.Random("anchors"), options.Anchors, features, context.Precision, owner);
        var temperature = Temperature.Parse(options.Temperature, owner).Resolve(anchors.Count, features, owner);
        return new SoftEntropyEstimation(context, temperature, anchors);
    }
}
