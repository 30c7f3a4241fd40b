namespace Infoscope.Plugins.Spectrum.Features;

/// <summary>The number of features that the activity of codes is spread over.</summary>
/// <remarks>
/// p is the share that each of N features has in the absolute values of all rows, F = exp(-sum p ln p) the effective number of features and F/N its share.
/// Input: rows (n, N), n at least 1, of numbers of at least 0 unless the option codes says otherwise. Rows that are not finite are left out and counted; zero rows are codes in which nothing is active, and are kept.
/// Range: F between 1 and N. Cost: O(n N) time, N sums. Randomness: none. The standard error is the engine's jackknife.
/// Throws NumericalFailureException for a number below 0, no finite row, all rows zero, and a sum beyond the largest double.
/// Safe for any number of threads.
/// </remarks>
[Estimator(
    "effective-features",
    Summary = "number of features that the activity of codes, such as those of a sparse autoencoder, is spread over",
    Citation = "L. Bereska, Z. Tzifa-Kratira, R. Samavi, E. Gavves, Superposition as Lossy Compression: Measure with Sparse Autoencoders and Connect to Adversarial Vulnerability, arXiv 2512.13568",
    Options = typeof(EffectiveFeaturesOptions))]
[Estimates("effective-features")]
[Estimates("effective-features-share")]
[Estimates("active-features")]
[Estimates("mean-active")]
[Claims(Law.SamplePermutation, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact)]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "active-features")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "mean-active")]
[Claims(Law.ReplicationInvariant, Exactness.Exact)]
[Claims(Law.Mergeable, Exactness.Exact)]
[Claims(Law.Deterministic, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
[DoesNotClaim(Law.PerSampleScale, Because = "rows of more activity weigh more")]
[DoesNotClaim(Law.Translation, Because = "a shift adds to the activity of every feature")]
[DoesNotClaim(Law.Isometry, Because = "a rotation shares the activity of a feature out among others")]
[DoesNotClaim(Law.InvertibleLinear, Because = "a linear map shares the activity of a feature out among others")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "a map of its own for each feature changes their shares")]
[DoesNotClaim(Law.AnyInvertible, Because = "an invertible map may change the shares of the features")]
public sealed class EffectiveFeaturesEstimator : IRestoringEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new InputRequirements
        {
            Access = RowAccess.Stream,
            Precision = Precision.Double,
            Labels = InputNeed.None,
            RowKind = options.Bind<EffectiveFeaturesOptions>().Codes == CodeKind.NonNegative ? RowKind.NonNegative : RowKind.Any,
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

    private static EffectiveFeaturesEstimation Make(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Shape.Features < 1) throw new ActivationShapeException($"the rows have {context.Shape.Features} features; {context.EstimatorId} needs at least 1.");
        return new EffectiveFeaturesEstimation(context);
    }
}
