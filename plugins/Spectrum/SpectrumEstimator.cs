using Infoscope.Plugins.Spectrum.Rows;
using Infoscope.Plugins.Spectrum.Sequences;

namespace Infoscope.Plugins.Spectrum;

/// <summary>What the spectrum of the rows says: coding rate, matrix entropy, effective ranks, and the information of labels.</summary>
/// <remarks>
/// Everything is a function of the eigenvalues of ZZ' or Z'Z, whichever is smaller, for rows Z that are centred and scaled to length 1 as the options say. Labels have the Holevo
/// quantity, which is the Jensen-Shannon divergence of density matrices, and the reduction of the coding rate; the formulas stand beside the code and in the estimator's page.
/// Input: rows (n, d), n at least 1, d at least 1; any number of label sets; with <c>aggregation=sequences</c> rows in sequences, and no labels. Rows that are not finite, and of unit rows those that are zero, are left out and counted.
/// Range: entropies between 0 and ln min(n, d), ranks between 1 and min(n, d). Cost: O(n d min(n, d)) time, O(min(n, d)^3) for each spectrum; memory at most about that of the rows, and from 256 MiB on at most
/// about d^2/2 numbers for all rows and for each label that occurs.
/// Randomness: none. Reference: Tan, Li, Huang, arXiv 2402.03471; Ma, Derksen, Hong, Wright 2007, equation 6. Exceptions: <see cref="NumericalFailureException"/> when no row can be used, or when rows as they are
/// are so large or small that their squares leave the range of a double. Safe for any number of threads.
/// </remarks>
[Estimator(
    "spectrum",
    Summary = "coding rate, matrix entropy and effective ranks of the rows' spectrum, and what labels say of it",
    Citation = "Z. Tan, C. Li, W. Huang, The Information of Large Language Model Geometry, arXiv 2402.03471",
    Options = typeof(SpectrumOptions))]
[Estimates("coding-rate")]
[Estimates("coding-length")]
[Estimates("coding-rate-normalized")]
[Estimates("coding-rate-tight")]
[Estimates("equivalent-rank")]
[Estimates("matrix-entropy")]
[Estimates("effective-rank-singular")]
[Estimates("effective-rank-covariance")]
[Estimates("participation-ratio")]
[Estimates("stable-rank")]
[Estimates("numerical-rank")]
[Estimates("condition-number")]
[Estimates("entropy")]
[Estimates("conditional-entropy")]
[Estimates("mutual-information")]
[Estimates("coding-rate-reduction")]
[Claims(Law.NonNegative, Exactness.Exact)]
[Claims(Law.AtMostLabelEntropy, Exactness.Exact, When = "unit-rows=true")]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
[Claims(Law.ChannelCeiling, Exactness.Exact)]
[Claims(Law.JsdIdentity, Exactness.Exact, When = "unit-rows=true")]
[Claims(Law.LabelRefinementMonotone, Exactness.Exact)]
[Claims(Law.ChainRule, Exactness.Exact, When = "unit-rows=true")]
[Claims(Law.DataProcessingLabels, Exactness.Exact)]
[Claims(Law.NonNegative, Exactness.Exact, Quantity = "coding-rate-reduction")]
[Claims(Law.LabelRefinementMonotone, Exactness.Exact, Quantity = "coding-rate-reduction")]
[Claims(Law.ChainRule, Exactness.Exact, Quantity = "coding-rate-reduction")]
[Claims(Law.DataProcessingLabels, Exactness.Exact, Quantity = "coding-rate-reduction")]
[Claims(Law.SamplePermutation, Exactness.Exact, When = "aggregation=pooled,unit-rows=true")]
[Claims(Law.LabelRenaming, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.Exact)]
[Claims(Law.Isometry, Exactness.Exact)]
[Claims(Law.Translation, Exactness.Exact, When = "centre=true")]
[Claims(Law.GlobalScale, Exactness.Exact, When = "unit-rows=true")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "matrix-entropy")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "effective-rank-singular")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "effective-rank-covariance")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "participation-ratio")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "stable-rank")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "numerical-rank")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "condition-number")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "entropy")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "conditional-entropy")]
[Claims(Law.GlobalScale, Exactness.Exact, Quantity = "mutual-information")]
[Claims(Law.PerSampleScale, Exactness.Exact, When = "unit-rows=true,centre=false")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, When = "aggregation=pooled,unit-rows=true")]
// Of what looks at the smallest eigenvalues merging is neither claimed nor disclaimed: the rounding of sums in another order shows in one case of some thousand.
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "coding-rate")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "coding-length")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "coding-rate-normalized")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "coding-rate-tight")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "equivalent-rank")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "matrix-entropy")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "effective-rank-covariance")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "participation-ratio")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "stable-rank")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "entropy")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "conditional-entropy")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "mutual-information")]
[Claims(Law.Mergeable, Exactness.Exact, Quantity = "coding-rate-reduction")]
[Claims(Law.Deterministic, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical, Quantity = "coding-rate-reduction")]
[DoesNotClaim(Law.AtMostLabelEntropy, Because = "rows of unequal length weigh labels by their squared length, so the bound is the entropy of those weights")]
[DoesNotClaim(Law.JsdIdentity, Because = "rows of unequal length weigh labels by their squared length and not by their frequency")]
[DoesNotClaim(Law.ChainRule, Because = "rows of unequal length weigh labels by their squared length and not by their frequency")]
[DoesNotClaim(Law.AtMostLabelEntropy, Quantity = "coding-rate-reduction", Because = "a rate grows with the number of directions, and two labels in many directions differ by more than ln 2")]
[DoesNotClaim(Law.AtMostOwnEntropy, Quantity = "coding-rate-reduction", Because = "it is at most the coding rate of the rows, and the entropy is that of another definition")]
[DoesNotClaim(Law.ChannelCeiling, Quantity = "coding-rate-reduction", Because = "the rate of one row is not 0, and the information of distinct labels is that of another definition")]
[DoesNotClaim(Law.JsdIdentity, Quantity = "coding-rate-reduction", Because = "it is the Jensen gap of the coding rate and not of the entropy")]
[DoesNotClaim(Law.JsdRange, Quantity = "coding-rate-reduction", Because = "it is the Jensen gap of the coding rate and not of the entropy")]
[DoesNotClaim(Law.SamplePermutation, Because = "a row that moves to another sequence changes the spectra of both, and beside long rows as they are the rounding of sums hides short ones")]
[DoesNotClaim(Law.SamplePermutation, Quantity = "effective-rank-singular", Because = "it looks at the smallest eigenvalues, which the rounding of sums in another order may move")]
[DoesNotClaim(Law.SamplePermutation, Quantity = "numerical-rank", Because = "it looks at the smallest eigenvalues, which the rounding of sums in another order may move")]
[DoesNotClaim(Law.SamplePermutation, Quantity = "condition-number", Because = "it looks at the smallest eigenvalues, which the rounding of sums in another order may move")]
[DoesNotClaim(Law.ReplicationInvariant, Because = "copies move into other sequences, and beside long rows as they are the rounding of sums hides short ones")]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "effective-rank-singular", Because = "it looks at the smallest eigenvalues, and what counts as rounding grows with the number of rows")]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "numerical-rank", Because = "it looks at the smallest eigenvalues, and what counts as rounding grows with the number of rows")]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "condition-number", Because = "it looks at the smallest eigenvalues, and what counts as rounding grows with the number of rows")]
[DoesNotClaim(Law.Translation, Because = "without centring a shift changes the directions of the rows")]
[DoesNotClaim(Law.GlobalScale, Because = "without unit rows the distortion is small or large beside the rows")]
[DoesNotClaim(Law.PerSampleScale, Because = "with centring the mean row moves with the factors, and without unit rows long rows weigh more")]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "coding-length", Because = "it is the length of a code for all rows, and copies count as rows")]
[DoesNotClaim(Law.ReplicationInvariant, Quantity = "coding-rate-tight", Because = "it knows that fewer rows than features cannot fill them, and copies count as rows")]
[DoesNotClaim(Law.Symmetric, Because = "labels and rows are different kinds of input, so there is no information of Z about Y to compare with")]
[DoesNotClaim(Law.InvertibleLinear, Because = "a linear map that is no scaled rotation changes the spectrum")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "a monotone map of a feature changes the angles between rows")]
[DoesNotClaim(Law.AnyInvertible, Because = "an invertible map changes the angles between rows")]
[DoesNotClaim(Law.DataProcessingRepresentation, Because = "a function of the rows may pull apart directions that were close")]
[DoesNotClaim(Law.AdditiveIndependent, Because = "inner products of joint rows are sums of those of their parts, and entropies add where they are products")]
[VerifyWith("unit-rows=false,centre=true")]
[VerifyWith("eps=1")]
[VerifyWith("aggregation=sequences,centre=true,unit-rows=false")]
public sealed class SpectrumEstimator : IRestoringEstimator
{
    // The sum Z'Z of a label takes 4 d^2 bytes, less where the label has few rows. A number of bytes for each feature is right for one width, a common one; narrower rows take less and wider ones more.
    private const long BytesOfLabelAndFeature = 4 * 768;

    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bound = options.Bind<SpectrumOptions>();
        var isPooled = bound.Aggregation == Aggregation.Pooled;
        return new InputRequirements
        {
            Access = isPooled ? RowAccess.Stream : RowAccess.WholeSequences,
            Sequences = isPooled ? InputNeed.None : InputNeed.Required,
            Labels = isPooled ? InputNeed.Optional : InputNeed.None,
            Precision = Precision.Double,
            Survey = bound.Centre && isPooled,
            LeavesOutZeroRows = bound.UnitRows,
            BytesPerLabel = 0,
            BytesPerLabelAndFeature = BytesOfLabelAndFeature,
        };
    }

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = Checked(context);
        return options.Aggregation == Aggregation.Pooled ? Pooled(context, options) : new SequenceSpectraEstimation(context, options);
    }

    /// <inheritdoc/>
    public IMergeableEstimation Restore(EstimationContext context, Stream from)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(from);
        var options = Checked(context);
        if (options.Aggregation == Aggregation.Pooled)
        {
            var pooled = Pooled(context, options);
            pooled.Restore(from);
            return pooled;
        }

        var sequences = new SequenceSpectraEstimation(context, options);
        sequences.Restore(from);
        return sequences;
    }

    private static SpectrumOptions Checked(EstimationContext context) => context.Shape.Features >= 1
        ? context.Options.Bind<SpectrumOptions>()
        : throw new ActivationShapeException($"the rows have {context.Shape.Features} features; spectrum needs at least 1.");

    private static SpectrumEstimation Pooled(EstimationContext context, SpectrumOptions options)
    {
        var features = context.Shape.Features;
        return new SpectrumEstimation(context, options, new RowPreparation(features, options.UnitRows, options.Centre ? RowCentre.Of(context.Survey, features) : null));
    }
}
