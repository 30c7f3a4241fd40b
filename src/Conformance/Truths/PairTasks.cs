using static System.FormattableString;

namespace Infoscope.Conformance.Truths;

/// <summary>Tasks with reference rows X and rows Z, about I(X;Z).</summary>
public static class PairTasks
{
    /// <summary>One correlated pair of standard normals: I = -(1/2) ln(1 - rho^2).</summary>
    /// <remarks>Reference: Cover and Thomas, "Elements of information theory" (2006), example 8.5.1. A correlation of 0 makes it a null task.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="correlation"/> is not between -1 and 1.</exception>
    public static KnownTask Gaussian(double correlation)
    {
        RequireCorrelation(correlation);
        var (gain, noise) = GaussianChannel.OfCorrelations(correlation);
        return new GaussianChannel(gain, noise)
        {
            Id = Invariant($"gaussian-pair-{correlation}"),
            Summary = Invariant($"Two standard normal numbers with correlation {correlation}."),
            Role = correlation == 0 ? TaskRole.Null : TaskRole.Measure,
        };
    }

    /// <summary>Rows and reference rows of d standard normals, of which the first two pairs have a correlation: I = -ln(1 - rho^2).</summary>
    /// <remarks>Reference: Czyz, Grabowski, Vogt, Beerenwinkel, Marx, "Beyond normal: on the evaluation of mutual information estimators" (NeurIPS 2023), the 2-pair tasks, whose correlation is 0.8.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 2, or <paramref name="correlation"/> not between -1 and 1.</exception>
    public static KnownTask TwoPairs(int features, double correlation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 2);
        RequireCorrelation(correlation);
        var (gain, noise) = GaussianChannel.OfCorrelations([correlation, correlation, .. new double[features - 2]]);
        return new GaussianChannel(gain, noise)
        {
            Id = Invariant($"two-pairs-d{features}-{correlation}"),
            Summary = Invariant($"Standard normals, {features} on each side; the first two of each side have correlation {correlation}, the others none."),
        };
    }

    /// <summary>Z = X + s E with standard normal X and E of d features: I = (d/2) ln(1 + 1/s^2).</summary>
    /// <remarks>
    /// With s = 0.01 it is more than nearest neighbours, histograms and contrastive bounds can show with a few thousand rows: McAllester and Stratos,
    /// "Formal limitations on the measurement of mutual information" (AISTATS 2020).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 1, or <paramref name="noise"/> not above 0.</exception>
    public static KnownTask StrongDependence(int features, double noise)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(noise);
        return new GaussianChannel([.. Enumerable.Repeat(1.0, features)], [.. Enumerable.Repeat(noise, features)])
        {
            Id = Invariant($"strong-dependence-d{features}-noise-{noise}"),
            Summary = Invariant($"Standard normal rows of {features} features, and the same with normal noise of standard deviation {noise}."),
            Role = TaskRole.Ceiling,
            Remark = "Estimators that count neighbours, cells or negatives among n rows stay near ln n.",
        };
    }

    /// <summary>X uniform on [0, 1) and Z = X + U, U uniform on [-e, e): I = e - ln(2e) for e up to 1/2, and 1/(4e) above.</summary>
    /// <remarks>Reference: Czyz et al., "Beyond normal: on the evaluation of mutual information estimators" (NeurIPS 2023).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="halfWidth"/> is not above 0.</exception>
    public static KnownTask AdditiveUniform(double halfWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfWidth);
        return new AdditiveUniform(halfWidth)
        {
            Id = Invariant($"additive-uniform-{halfWidth}"),
            Summary = Invariant($"A number uniform on [0, 1), and the same with noise uniform on [-{halfWidth}, {halfWidth})."),
        };
    }

    /// <summary>Jointly Student with identity dispersion: I = h(X) + h(Z) - h(X,Z), each by the gamma and digamma functions.</summary>
    /// <remarks>Reference: Arellano-Valle, Contreras-Reyes, Genton, "Shannon entropy and mutual information for multivariate skew-elliptical distributions" (2013).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is below 1.</exception>
    public static KnownTask Student(int features, int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        return new StudentPair(features, degreesOfFreedom)
        {
            Id = Invariant($"student-pair-d{features}-df-{degreesOfFreedom}"),
            Summary = Invariant($"Uncorrelated Student numbers, {features} on each side, that share one scale with {degreesOfFreedom} degrees of freedom."),
        };
    }

    /// <summary>X exponential of mean 1; Z is 0 with probability p, otherwise Poisson of mean X.</summary>
    /// <remarks>
    /// The formula (1 - p) 0.3012 that Gao, Kannan, Oh, Viswanath, "Estimating mutual information for discrete-continuous mixtures" (NeurIPS 2017), gives
    /// is I(X; Z and whether Z was set to 0), which is larger: that is not seen in Z. Here the mean divergence of p(z|X) from p(z) is integrated.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inflation"/> is below 0, or not below 1.</exception>
    public static KnownTask InflatedPoisson(double inflation)
    {
        if (!(inflation >= 0 && inflation < 1)) throw new ArgumentOutOfRangeException(nameof(inflation), inflation, "a probability of at least 0 and below 1 is wanted.");
        return new InflatedPoisson(inflation)
        {
            Id = Invariant($"inflated-poisson-{inflation}"),
            Summary = Invariant($"An exponential number of mean 1, and a Poisson count of that mean, set to 0 with probability {inflation}."),
            Remark = "The counts are discrete and full of ties.",
        };
    }

    private static void RequireCorrelation(double correlation)
    {
        if (!(correlation > -1 && correlation < 1)) throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "a correlation between -1 and 1 is wanted, neither of them included.");
    }
}
