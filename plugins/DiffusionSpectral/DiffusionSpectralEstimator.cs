using Infoscope.Plugins.DiffusionSpectral.Kernels;

namespace Infoscope.Plugins.DiffusionSpectral;

/// <summary>Entropy of the spectrum of a diffusion over the rows, and what it tells of labels.</summary>
/// <remarks>
/// Rows are points; a Gaussian kernel of one bandwidth makes a random walk over them, whose eigenvalues to the power t, divided by their sum, have an entropy. The information of labels is the mean
/// entropy of random subsets as large as each class less that of the class, weighted by size. Other entropies of a set of points can take its place.
/// Input: rows (n, d), n at least 2 that are finite; any number of label sets; a reference of any width. Rows that are not finite are left out and counted; of more than the largest number of rows there is a seeded subsample.
/// Range: nats; entropies between 0 and ln n (matrix entries: ln n and 2 ln n), the information between minus and plus the mean of ln n_c, and so also below 0.
/// Cost: O(n^2 d + n^3) time up to the largest number of exact rows, O(n^2 (d + probes x steps)) beyond, for all rows, each class and each subset; some n x n matrices in double.
/// Standard error: of the random subsets and probes, not of the rows; null without either.
/// Throws NumericalFailureException for fewer than 2 finite rows, a median distance of 0, and eigenvalues that do not converge.
/// Randomness: subsets from streams "subset/...", probes from "probes", clusters of a reference from "reference clusters".
/// Reference: Liao, Liu et al., arXiv 2312.04823, Definitions IV.1 and IV.2, with the size-matched first term of its program. Safe for any number of threads.
/// </remarks>
[Estimator(
    "diffusion-spectral",
    Summary = "entropy of the spectrum of a diffusion over the rows, and how much of it labels explain",
    Citation = "D. Liao, C. Liu et al., Assessing Neural Network Representations During Training Using Noise-Resilient Diffusion Spectral Entropy, arXiv 2312.04823",
    Options = typeof(DiffusionSpectralOptions))]
[Estimates("entropy")]
[Estimates("conditional-entropy")]
[Estimates("mutual-information")]
[Claims(Law.SamplePermutation, Exactness.Exact, When = "entropy=diffusion,time=1,exact-rows=2048")]
[Claims(Law.SamplePermutation, Exactness.Exact, When = "entropy=matrix-entry")]
[Claims(Law.SamplePermutation, Exactness.Exact, When = "entropy=gaussian-adjacency")]
[Claims(Law.SamplePermutation, Exactness.Exact, When = "entropy=binned")]
[Claims(Law.SamplePermutation, Exactness.InDistribution, Quantity = "mutual-information")]
[Claims(Law.LabelRenaming, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.Exact, When = "entropy=diffusion,time=1,exact-rows=2048")]
[Claims(Law.DimensionPermutation, Exactness.Exact, When = "entropy=matrix-entry")]
[Claims(Law.DimensionPermutation, Exactness.Exact, When = "entropy=gaussian-adjacency")]
[Claims(Law.DimensionPermutation, Exactness.Exact, When = "entropy=binned")]
[Claims(Law.Isometry, Exactness.Exact, When = "entropy=diffusion,time=1,exact-rows=2048")]
[Claims(Law.Isometry, Exactness.Exact, When = "entropy=matrix-entry")]
[Claims(Law.Isometry, Exactness.Exact, When = "entropy=gaussian-adjacency")]
[Claims(Law.Translation, Exactness.Exact, When = "entropy=diffusion,time=1,exact-rows=2048")]
[Claims(Law.Translation, Exactness.Exact, When = "entropy=matrix-entry")]
[Claims(Law.Translation, Exactness.Exact, When = "entropy=gaussian-adjacency")]
[Claims(Law.GlobalScale, Exactness.Exact, When = "entropy=diffusion,bandwidth=median/4,time=1,exact-rows=2048")]
[Claims(Law.GlobalScale, Exactness.Exact, When = "entropy=matrix-entry,bandwidth=median/4")]
[Claims(Law.GlobalScale, Exactness.Exact, When = "entropy=gaussian-adjacency,bandwidth=median/4")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, Quantity = "entropy", When = "entropy=diffusion,bandwidth=1,time=1,exact-rows=2048")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, Quantity = "conditional-entropy", When = "entropy=diffusion,bandwidth=1,time=1,exact-rows=2048")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, Quantity = "entropy", When = "entropy=gaussian-adjacency,bandwidth=1")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, Quantity = "conditional-entropy", When = "entropy=gaussian-adjacency,bandwidth=1")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, Quantity = "entropy", When = "entropy=binned")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, Quantity = "conditional-entropy", When = "entropy=binned")]
[Claims(Law.AdditiveIndependent, Exactness.Exact, When = "entropy=diffusion,bandwidth=1,time=1,exact-rows=2048,size-matched=false")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, When = "exact-rows=2048")]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical, Quantity = "mutual-information")]
[Claims(Law.Deterministic, Exactness.Exact)]
[DoesNotClaim(Law.NonNegative, Because = "the entropy of a class may exceed that of random subsets as large as it is")]
[DoesNotClaim(Law.AtMostLabelEntropy, Because = "a class may have a spectrum far narrower than the whole, whatever the number of labels")]
[DoesNotClaim(Law.ChannelCeiling, Because = "rows that are classes of their own have no spectrum to compare, so all-distinct labels have no information")]
[DoesNotClaim(Law.JsdIdentity, Because = "the first term is the entropy of subsets as large as a class, not of all rows")]
[DoesNotClaim(Law.LabelRefinementMonotone, Because = "smaller classes are compared with smaller subsets")]
[DoesNotClaim(Law.ChainRule, Because = "the entropy is one of a spectrum and not of a mixture of the labels' distributions")]
[DoesNotClaim(Law.DataProcessingLabels, Because = "larger classes are compared with larger subsets")]
[DoesNotClaim(Law.DataProcessingRepresentation, Because = "a map may carry distances into the range that the bandwidth sees")]
[DoesNotClaim(Law.AdditiveIndependent, Because = "a bandwidth by the median is another for joint rows, and a random subset of them is no product of subsets of the parts")]
[DoesNotClaim(Law.SamplePermutation, Because = "the probes of the stochastic estimate meet the rows in their order, and an eigenvalue of a directed graph may move by far more than the rounding")]
[DoesNotClaim(Law.GlobalScale, Because = "a bandwidth given as a number does not follow the rows")]
[DoesNotClaim(Law.Isometry, Because = "bins are cut along the features")]
[DoesNotClaim(Law.PerSampleScale, Because = "distances between rows change")]
[DoesNotClaim(Law.InvertibleLinear, Because = "distances between rows change")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "distances between rows change")]
[DoesNotClaim(Law.AnyInvertible, Because = "distances between rows change")]
[DoesNotClaim(Law.ReplicationInvariant, Because = "copies move the median distance, and the number of rows that some of these entropies speak of")]
[DoesNotClaim(Law.Symmetric, Because = "labels and rows are different kinds of input, so there is no information of Z about Y to compare with")]
[VerifyWith("bandwidth=1")]
[VerifyWith("bandwidth=median")]
[VerifyWith("bandwidth=sqrt-features,time=2")]
[VerifyWith("time=0.5")]
[VerifyWith("exact-rows=32,tolerance=0.5,repetitions=2")]
[VerifyWith("bandwidth=1,size-matched=false")]
public sealed class DiffusionSpectralEstimator : IEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bound = options.Bind<DiffusionSpectralOptions>();
        Bandwidth.Parse(bound.Bandwidth, options.Owner);
        CheckPositive(bound.Time, $"{options.Owner}.time");
        CheckPositive(bound.Tolerance, $"{options.Owner}.tolerance");
        return new InputRequirements
        {
            Access = RowAccess.AllRows,
            // Of a graph or the bare kernel there are only exact eigenvalues.
            MaximumRows = bound.Entropy is EntropyKind.GaussianAdjacency or EntropyKind.NeighbourAdjacency ? Math.Min(bound.MaximumRows, bound.ExactRows) : bound.MaximumRows,
            MinimumRows = 2,
            Precision = Precision.Double,
            Labels = InputNeed.Optional,
            Reference = InputNeed.Optional,
            BytesPerLabel = sizeof(int),
        };
    }

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new DiffusionSpectralEstimation(context);
    }

    private static void CheckPositive(double value, string name)
    {
        if (!(value > 0) || !double.IsFinite(value)) throw new OptionException(FormattableString.Invariant($"{name} is {value}; it must be above 0 and finite."));
    }
}
