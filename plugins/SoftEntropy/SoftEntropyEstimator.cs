using Infoscope.Plugins.SoftEntropy.Anchors;
using Infoscope.Plugins.SoftEntropy.Rows;
using Infoscope.Plugins.SoftEntropy.Sums;
using Infoscope.Plugins.SoftEntropy.Temperatures;

namespace Infoscope.Plugins.SoftEntropy;

/// <summary>Entropy and information of rows softly assigned to random directions.</summary>
/// <remarks>
/// Each row is scaled to length 1 and assigned to m anchors on the sphere by the softmax of its cosines with them, divided by a temperature. Entropies are those of
/// mean assignments; information is the mutual information of label and anchor, so Shannon's inequalities hold exactly. With subspaces the same is done inside each
/// block of features, with draws for each of several sets of anchors, and every number is the mean over them.
/// Input: rows (n, d), n at least 1, d at least 2 per subspace (1 with a temperature given as a number); any number of label sets. A row that is zero in a subspace or not finite is left out and counted.
/// Range: nats, between 0 and ln m; the corrected and the unweighted information may be below 0. Cost: O(n d m) time per draw, and for each observed label and label set O(m) memory per subspace and draw.
/// Randomness: the anchors, from the streams "anchors" and "anchors/draw R/subspace S".
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
[Estimates("mutual-information-corrected")]
[Estimates("conditional-entropy-unweighted")]
[Estimates("mutual-information-unweighted")]
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
[Claims(Law.PerSampleScale, Exactness.Exact, When = "centre=false")]
[Claims(Law.Translation, Exactness.Exact, When = "centre=true")]
[Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.Mergeable, Exactness.Exact)]
[Claims(Law.Deterministic, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.InDistribution, When = "subspaces=1")]
[Claims(Law.Isometry, Exactness.InDistribution, When = "subspaces=1")]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical, Quantity = "mutual-information")]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical, Quantity = "mutual-information-unweighted")]
[Claims(Law.DeclaredNullBias, Exactness.Statistical, When = "subspaces=1,temperature=exact")]
[DoesNotClaim(Law.PerSampleScale, Because = "with centring the mean row moves with the factors, and so do the directions from it")]
[DoesNotClaim(Law.DimensionPermutation, Because = "subspaces are blocks of neighbouring features")]
[DoesNotClaim(Law.Isometry, Because = "a rotation carries features from one subspace into another")]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "null-bias", Because = "the bias of independent labels falls with the number of rows, and copies count as rows")]
[DoesNotClaim(Law.NonNegative, Quantity = "mutual-information-corrected", Because = "the bias that is subtracted is that of the average of labels that say nothing, and half of them lie below it")]
[DoesNotClaim(Law.JsdIdentity, Quantity = "mutual-information-corrected", Because = "the divergence less the null bias is no divergence")]
[DoesNotClaim(Law.LabelRefinementMonotone, Quantity = "mutual-information-corrected", Because = "more labels have more null bias to subtract")]
[DoesNotClaim(Law.DataProcessingLabels, Quantity = "mutual-information-corrected", Because = "fewer labels have less null bias to subtract")]
[DoesNotClaim(Law.ChainRule, Quantity = "mutual-information-corrected", Because = "the null bias of labels within labels is another formula's")]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "mutual-information-corrected", Because = "the null bias that is subtracted falls with the number of rows, and copies count as rows")]
[DoesNotClaim(Law.NonNegative, Quantity = "mutual-information-unweighted", Because = "the marginal weighs labels by their rows and the mean does not, so a rare label of wide spread outweighs it")]
[DoesNotClaim(Law.AtMostLabelEntropy, Quantity = "mutual-information-unweighted", Because = "rare labels of narrow spread weigh as much as a frequent one that makes the marginal wide")]
[DoesNotClaim(Law.ChannelCeiling, Quantity = "mutual-information-unweighted", Because = "rare labels of narrow spread weigh as much as a frequent one that makes the marginal wide")]
[DoesNotClaim(Law.JsdIdentity, Quantity = "mutual-information-unweighted", Because = "the marginal is not the mixture of the labels with equal weights")]
[DoesNotClaim(Law.LabelRefinementMonotone, Quantity = "mutual-information-unweighted", Because = "splitting a label changes the weight of all others")]
[DoesNotClaim(Law.DataProcessingLabels, Quantity = "mutual-information-unweighted", Because = "joining labels changes the weight of all others")]
[DoesNotClaim(Law.ChainRule, Quantity = "mutual-information-unweighted", Because = "equal weights of pairs are not equal weights of their parts")]
[DoesNotClaim(Law.Symmetric, Because = "labels and rows are different kinds of input, so there is no information of Z about Y to compare with")]
[DoesNotClaim(Law.Translation, Because = "a shift changes the directions of the rows")]
[DoesNotClaim(Law.InvertibleLinear, Because = "a linear map that is no scaled rotation changes the angles between rows")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "a monotone map of a feature changes the directions of the rows")]
[DoesNotClaim(Law.AnyInvertible, Because = "the anchors see directions at one resolution, and an invertible map may spread or hide what lies below it")]
[DoesNotClaim(Law.DataProcessingRepresentation, Because = "a function of the rows may turn what lies below the resolution of the anchors into angles they can see")]
[DoesNotClaim(Law.AdditiveIndependent, Because = "the anchors of a joint row are not pairs of anchors of its parts")]
[VerifyWith("anchors=2")]
[VerifyWith("draws=2,subspaces=2")]
[VerifyWith("centre=true,subspaces=2,subspace-anchors=shared")]
[VerifyWith("temperature=bounds")]
[VerifyWith("temperature=leading-order")]
[VerifyWith("temperature=0.01")]
public sealed class SoftEntropyEstimator : IRestoringEstimator
{
    // What a label may take beside its sums: its number, its slot and the count of its rows, in arrays that may be half empty, and its part of a page that is not full.
    private const long BytesBesideSums = 100;

    private readonly LastAnchors anchors = new();

    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bound = options.Bind<SoftEntropyOptions>();
        Temperature.Parse(bound.Temperature, options.Owner);
        var anchors = bound.Anchors;
        if (bound.AnchorsFile is { } file)
        {
            AnchorSet.CheckShape(file, options.Owner);
            if (bound.Draws > 1)
                throw new OptionException($"{options.Owner}.draws is {bound.Draws}, but {options.Owner}.anchors-file gives the anchors, so there is nothing to draw; leave one of the two out.");
            anchors = checked((int)file.Shape[0]);
        }

        var layout = AssignmentLayout.Of(bound.Draws, bound.Subspaces, anchors, options.Owner);
        return new InputRequirements
        {
            Access = RowAccess.Stream,
            Labels = InputNeed.Optional,
            LeavesOutZeroRows = !bound.Centre,
            Survey = bound.Centre,
            BytesPerLabel = layout.Parts * (sizeof(double) * (long)layout.Anchors + BytesBesideSums),
        };
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

    private SoftEntropyEstimation Make(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = context.Options.Bind<SoftEntropyOptions>();
        var (features, owner) = (context.Shape.Features, context.Options.Owner);
        if (features < 1) throw new ActivationShapeException($"the rows have {features} features; soft-entropy needs at least 1.");
        var split = FeatureSplit.Of(features, options.Subspaces, owner);
        var anchors = this.anchors.Of(options, split, context);
        var temperature = Temperature.Parse(options.Temperature, owner).Resolve(anchors.Layout.Anchors, split, owner);
        var centre = options.Centre ? new RowCentre(context.Survey, features) : null;
        return new SoftEntropyEstimation(context, split, temperature, anchors, centre);
    }
}
