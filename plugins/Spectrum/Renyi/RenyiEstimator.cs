using Infoscope.Plugins.Spectrum.Renyi.Kernels;

namespace Infoscope.Plugins.Spectrum.Renyi;

/// <summary>Matrix-based Renyi entropy of the rows, and the information of labels or of a reference.</summary>
/// <remarks>
/// The kernel of the rows, 1 on its diagonal and divided by n, is a matrix A of trace 1, and S_a(A) = ln(tr A^a)/(1-a) its entropy, von Neumann's at order a = 1. Of two kernels the joint matrix
/// is their product element by element, and the information S(A) + S(B) - S(A,B). Labels have the kernel that is 1 for equal ones and 0 otherwise.
/// Input: rows (n, d), at least 2 with a bandwidth by the median, else 1; any number of label sets; a reference of any width, row for row. Rows that are not finite are left out and counted, and with the kernel linear zero rows;
/// of more than the largest number of rows there is a seeded subsample.
/// Range: nats; entropies between 0 and ln n, or ln min(n, d) with the kernel linear; the information at most the smaller of the two entropies, at least 0 at order 1 and of any sign at others.
/// Cost: O(n^2 d + n^3) time, for each label set the sum of the cubes of its labels' rows, and no cubes at order 2; some n x n matrices in double.
/// Throws NumericalFailureException for no usable row, a median distance of 0, and eigenvalues that do not converge.
/// Randomness: none. Reference: L. G. Sanchez Giraldo, M. Rao, J. C. Principe, arXiv 1211.2459. Safe for any number of threads.
/// </remarks>
[Estimator(
    "renyi",
    Summary = "matrix-based Renyi entropy of a kernel of the rows, and the information of labels or of a reference",
    Citation = "L. G. Sanchez Giraldo, M. Rao, J. C. Principe, Measures of Entropy From Data Using Infinitely Divisible Kernels, IEEE Transactions on Information Theory 61(1), 2015, arXiv 1211.2459",
    Options = typeof(RenyiOptions))]
[Estimates("entropy")]
[Estimates("conditional-entropy")]
[Estimates("mutual-information")]
[Claims(Law.NonNegative, Exactness.Exact, When = "alpha=1")]
[Claims(Law.AtMostLabelEntropy, Exactness.Exact, When = "alpha=1")]
[Claims(Law.AtMostLabelEntropy, Exactness.Exact, When = "alpha=2")]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact)]
[Claims(Law.ChannelCeiling, Exactness.Exact)]
[Claims(Law.JsdIdentity, Exactness.Exact, When = "alpha=1")]
[Claims(Law.LabelRefinementMonotone, Exactness.Exact, When = "alpha=1")]
[Claims(Law.ChainRule, Exactness.Exact, When = "alpha=1")]
[Claims(Law.DataProcessingLabels, Exactness.Exact, When = "alpha=1")]
[Claims(Law.AdditiveIndependent, Exactness.Exact, When = "kernel=rbf,bandwidth=1")]
[Claims(Law.SamplePermutation, Exactness.Exact)]
[Claims(Law.LabelRenaming, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.Exact)]
[Claims(Law.Isometry, Exactness.Exact)]
[Claims(Law.Translation, Exactness.Exact, When = "kernel=rbf")]
[Claims(Law.GlobalScale, Exactness.Exact, When = "bandwidth=median")]
[Claims(Law.GlobalScale, Exactness.Exact, When = "kernel=linear")]
[Claims(Law.PerSampleScale, Exactness.Exact, When = "kernel=linear")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, When = "bandwidth=1")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, When = "kernel=linear")]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical, Quantity = "mutual-information")]
[Claims(Law.Deterministic, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
[DoesNotClaim(Law.NonNegative, Because = "Renyi's entropies of an order other than 1 are not subadditive")]
[DoesNotClaim(Law.AtMostLabelEntropy, Because = "the information is bounded by the labels' entropy of its own order, which below order 1 exceeds Shannon's")]
[DoesNotClaim(Law.JsdIdentity, Because = "at an order other than 1 the conditional entropy is no mean over labels")]
[DoesNotClaim(Law.LabelRefinementMonotone, Because = "at an order other than 1 the parts of a label may have more joint entropy than they add to the labels'")]
[DoesNotClaim(Law.ChainRule, Because = "Renyi's entropies of an order other than 1 have no chain rule with means over labels")]
[DoesNotClaim(Law.DataProcessingLabels, Because = "at an order other than 1 the parts of a label may have more joint entropy than they add to the labels'")]
[DoesNotClaim(Law.AdditiveIndependent, Because = "a cosine of joint rows is no product of cosines of the parts, and a bandwidth by a rule is another for joint rows")]
[DoesNotClaim(Law.Translation, Because = "a shift changes the angles between rows")]
[DoesNotClaim(Law.GlobalScale, Because = "a bandwidth that is no multiple of the median distance, a number or one by the features, does not follow the rows")]
[DoesNotClaim(Law.PerSampleScale, Because = "distances between rows change")]
[DoesNotClaim(Law.ReplicationInvariant, Because = "copies have distance 0 and move the median distance")]
[DoesNotClaim(Law.DataProcessingRepresentation, Because = "a map may carry distances into the range that the kernel sees")]
[DoesNotClaim(Law.InvertibleLinear, Because = "distances and angles between rows change")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "distances and angles between rows change")]
[DoesNotClaim(Law.AnyInvertible, Because = "distances and angles between rows change")]
[DoesNotClaim(Law.Symmetric, Because = "labels and rows are different kinds of input; rows and a reference may change places")]
[VerifyWith("alpha=0.8,bandwidth=0.001")]
[VerifyWith("alpha=5,bandwidth=sqrt-features")]
[VerifyWith("alpha=2,bandwidth=1")]
[VerifyWith("alpha=2,kernel=linear")]
[VerifyWith("alpha=1.01,bandwidth=median/4")]
public sealed class RenyiEstimator : IEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bound = options.Bind<RenyiOptions>();
        if (!(bound.Alpha > 0)) throw new OptionException(FormattableString.Invariant($"{options.Owner}.alpha is {bound.Alpha}; it must be above 0."));
        var needsDistance = Bandwidth.Parse(bound.Bandwidth, options.Owner).IsOfDistances && bound.Kernel == KernelKind.Rbf;
        return new InputRequirements
        {
            Access = RowAccess.AllRows,
            MaximumRows = bound.MaximumRows,
            MinimumRows = needsDistance ? 2 : 1,
            Precision = Precision.Double,
            Labels = InputNeed.Optional,
            Reference = InputNeed.Optional,
            LeavesOutZeroRows = bound.Kernel == KernelKind.Linear,
            BytesPerLabel = sizeof(int),
        };
    }

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new RenyiEstimation(context);
    }
}
