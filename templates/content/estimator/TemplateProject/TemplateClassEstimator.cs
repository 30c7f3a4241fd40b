using Infoscope;

namespace TemplateSpace;

/// <summary>What one unit being on or off tells about the labels: each row becomes the sign of one feature, and signs are counted.</summary>
// The id is what users type. Name the quantities that you give and the paper that you follow.
[Estimator("template-id", Summary = "information between the labels and one unit being on or off", Citation = "none: a start", Options = typeof(TemplateClassOptions))]
[Estimates("entropy")]
[Estimates("mutual-information")]
// Claim what you can prove; `infoscope verify` looks for a counterexample to each claim.
[Claims(Law.NonNegative, Exactness.Exact)]
[Claims(Law.AtMostLabelEntropy, Exactness.Exact)]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
[Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.SamplePermutation, Exactness.Exact)]
[Claims(Law.LabelRenaming, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact)]
[Claims(Law.PerSampleScale, Exactness.Exact)]
[Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.Mergeable, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
// Disclaim what a reader may expect and does not hold.
[DoesNotClaim(Law.Translation, Because = "a shift turns the unit on or off")]
[DoesNotClaim(Law.DimensionPermutation, Because = "the unit is chosen by its place")]
// Options that are verified beside the defaults.
[VerifyWith("unit=1")]
public sealed class TemplateClassEstimator : IEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options) => new() { Precision = Precision.Double, BytesPerLabel = TemplateClassEstimation.BytesPerLabel };

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context) => new TemplateClassEstimation(context);
}
