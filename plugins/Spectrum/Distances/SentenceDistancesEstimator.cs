namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>How far sentences are from each other as clouds of tokens, and whether the nearest one has the same label.</summary>
/// <remarks>
/// A sequence is a sentence and its rows are its tokens. Every pair of sentences has distances of its mean tokens and of its covariances, computed in the span of its tokens. Without labels it gives the mean of each distance over pairs;
/// with a label set of sentences the leave-one-out accuracy of the nearest neighbour by each distance, and the mean over pairs of one label and of different ones. A sentence whose labelled tokens have several labels takes no part in that set;
/// a permuted label set in which a sentence has several labels has no accuracy, because it would be that of other sentences.
/// Input: at least 2 sequences with a token that is finite and not zero; other tokens are left out and counted. Of more sequences than the largest number there is a seeded subsample.
/// Range: at least 0 but for rounding, and what is a root never below; mean-cosine at most 2, covariance-correlation at most 1, von-neumann-divergence at most ln 2 nats; accuracies between 0 and 1.
/// Standard error: of means over pairs the jackknife over sentences; accuracies have none.
/// Cost: O(n^2 d + n^3) per pair of sentences of n tokens and d features, n being min(n, d) in the cubes; the tokens four times in memory.
/// Exceptions: <see cref="NumericalFailureException"/> when no sentence is left or a distance is beyond the range of a double.
/// Randomness: the subsample, from streams "sentence S". Reference: Tan, Li, Huang, arXiv 2402.03471, which names distances of means and of covariances. Safe for any number of threads.
/// </remarks>
[Estimator(
    "sentence-distances",
    Summary = "distances between sentences as clouds of tokens, and whether the nearest sentence has the same label",
    Citation = "Z. Tan, C. Li, W. Huang, The Information of Large Language Model Geometry, arXiv 2402.03471",
    Options = typeof(SentenceDistancesOptions))]
[Estimates("sentences")]
[Estimates("mean-euclidean")]
[Estimates("mean-cosine")]
[Estimates("covariance-frobenius")]
[Estimates("covariance-correlation")]
[Estimates("bures-wasserstein")]
[Estimates("gaussian-wasserstein")]
[Estimates("log-euclidean")]
[Estimates("affine-invariant")]
[Estimates("stein-divergence")]
[Estimates("von-neumann-divergence")]
[Estimates("coding-rate-distance")]
[Estimates("neighbour-accuracy")]
// Of neighbour-accuracy too, but the battery has two sequences, which seldom have a label each: that is tested beside the estimator.
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "sentences")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "mean-euclidean")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "mean-cosine")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "covariance-frobenius")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "covariance-correlation")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "bures-wasserstein")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "gaussian-wasserstein")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "log-euclidean")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "affine-invariant")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "stein-divergence")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "von-neumann-divergence")]
[Claims(Law.LabelRenaming, Exactness.Exact, Quantity = "coding-rate-distance")]
[Claims(Law.DimensionPermutation, Exactness.Exact)]
[Claims(Law.Isometry, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact, When = "unit-rows=true")]
[Claims(Law.PerSampleScale, Exactness.Exact, When = "unit-rows=true")]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
[Claims(Law.Deterministic, Exactness.Exact)]
[DoesNotClaim(Law.SamplePermutation, Because = "a row that changes places changes its sentence")]
[DoesNotClaim(Law.GlobalScale, Because = "without unit rows distances grow with the tokens")]
[DoesNotClaim(Law.PerSampleScale, Because = "without unit rows a token weighs as much as it is long")]
[DoesNotClaim(Law.Translation, Because = "a shift changes directions, and covariances about zero")]
[DoesNotClaim(Law.InvertibleLinear, Because = "lengths and angles change")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "lengths and angles change")]
[DoesNotClaim(Law.AnyInvertible, Because = "lengths and angles change")]
[DoesNotClaim(Law.ReplicationInvariant, Because = "copies of a sentence are sentences of their own, at a distance of zero")]
[VerifyWith("distances=all")]
[VerifyWith("distances=all,unit-rows=false")]
[VerifyWith("distances=all,centre=true")]
public sealed class SentenceDistancesEstimator : IEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bound = options.Bind<SentenceDistancesOptions>();
        SentenceDistance.Parse(bound.Distances, options.Owner);
        CheckPositive(bound.Ridge, $"{options.Owner}.ridge");
        CheckPositive(bound.Eps, $"{options.Owner}.eps");
        return new InputRequirements
        {
            Access = RowAccess.WholeSequences,
            MinimumRows = 2,
            Precision = Precision.Double,
            Labels = InputNeed.Optional,
            Sequences = InputNeed.Required,
            LeavesOutZeroRows = true,
            BytesPerLabel = sizeof(int),
        };
    }

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new SentenceDistancesEstimation(context);
    }

    private static void CheckPositive(double value, string name)
    {
        if (!(value > 0)) throw new OptionException(FormattableString.Invariant($"{name} is {value}; it must be above 0."));
    }
}
