using static System.FormattableString;

namespace Infoscope.Conformance.Truths;

/// <summary>Tasks with discrete labels Y and rows Z, about I(Y;Z).</summary>
/// <remarks>
/// Noise has unit variance unless said otherwise, so that distances are in standard deviations. Where all labels share one covariance s^2 1,
/// I = h(Z) - (d/2) ln(2 pi e s^2) = H(Y) - E ln[sum_k p_k phi(Z - mu_k) / (p_Y phi(Z - mu_Y))].
/// </remarks>
public static class LabelTasks
{
    /// <summary>Two equally likely labels at +-delta/2 on the line: I = ln 2 - E ln(1 + exp(-delta z)), z ~ N(delta/2, 1).</summary>
    /// <remarks>Reference: binary signalling over the Gaussian channel, Proakis, "Digital communications" (2001), section 7.1.</remarks>
    public static KnownTask TwoGaussians(double delta) => new LineMixture(LineMixture.TwoGaussians(delta))
    {
        Id = Invariant($"two-gaussians-delta-{delta}"),
        Summary = Invariant($"Two equally likely labels, normal with unit variance, {delta} apart."),
    };

    /// <summary>Two labels at +-delta/2 on the line, the first with a prior of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="prior"/> is not between 0 and 1.</exception>
    public static KnownTask TwoGaussians(double delta, double prior)
    {
        RequireProbability(prior, nameof(prior));
        return new LineMixture(new([prior, 1 - prior], [-delta / 2, delta / 2], [1, 1]))
        {
            Id = Invariant($"two-gaussians-delta-{delta}-prior-{prior}"),
            Summary = Invariant($"Two labels with priors {prior} and {1 - prior:G3}, normal with unit variance, {delta} apart."),
        };
    }

    /// <summary>Pulse amplitudes: K equally likely labels on the line, delta apart; I is a one-dimensional integral.</summary>
    /// <remarks>Reference: Ungerboeck, "Channel coding with multilevel/phase signals" (1982).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2.</exception>
    public static KnownTask Pam(int labels, double delta)
    {
        RequireLabels(labels);
        return new LineMixture(new(Shannon.Uniform(labels), [.. Enumerable.Range(0, labels).Select(k => (k - ((labels - 1) / 2.0)) * delta)], [.. Enumerable.Repeat(1.0, labels)]))
        {
            Id = Invariant($"pam{labels}-delta-{delta}"),
            Summary = Invariant($"{labels} equally likely labels on the line, {delta} apart, with unit normal noise."),
        };
    }

    /// <summary>A square grid of K^2 labels, delta apart: twice the information of one axis.</summary>
    /// <remarks>Label K i + j is at place i of the first axis and j of the second. Reference: as <see cref="Pam"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labelsPerAxis"/> is below 2.</exception>
    public static KnownTask Qam(int labelsPerAxis, double delta) => new ProductTask(Pam(labelsPerAxis, delta), Pam(labelsPerAxis, delta))
    {
        Id = Invariant($"qam{labelsPerAxis * labelsPerAxis}-delta-{delta}"),
        Summary = Invariant($"A square grid of {labelsPerAxis * labelsPerAxis} equally likely labels, {delta} apart, with unit normal noise."),
    };

    /// <summary>The rows of <see cref="Qam"/> with the label of the first axis alone: the information of one axis.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labelsPerAxis"/> is below 2.</exception>
    public static KnownTask QamCoarse(int labelsPerAxis, double delta) => new AppendedTask(Pam(labelsPerAxis, delta), Pam(labelsPerAxis, delta))
    {
        Id = Invariant($"qam{labelsPerAxis * labelsPerAxis}-coarse-delta-{delta}"),
        Summary = Invariant($"A square grid of {labelsPerAxis * labelsPerAxis} equally likely places, {delta} apart, with unit normal noise; the label is the place on the first axis."),
    };

    /// <summary>K equally likely labels at a e_k in K dimensions: I = ln K - E ln sum_k exp(a(z_k - z_y)).</summary>
    /// <remarks>
    /// The expectation is one integral, by Frullani's ln x = int (e^-t - e^-xt)/t dt and the independence of the coordinates.
    /// Reference: orthogonal signals, Proakis, "Digital communications" (2001), section 7.1; the integral is derived in the source.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2.</exception>
    public static KnownTask Simplex(int labels, double amplitude)
    {
        RequireLabels(labels);
        return new Simplex(labels, amplitude)
        {
            Id = Invariant($"simplex-k{labels}-a{amplitude}"),
            Summary = Invariant($"{labels} equally likely labels, each at {amplitude} on an axis of its own, with unit normal noise."),
        };
    }

    /// <summary>Two equally likely labels with one mean, N(0, 1) and N(0, s^2).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not above 0.</exception>
    public static KnownTask ScaleOnly(double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        return new LineMixture(new([0.5, 0.5], [0, 0], [1, scale]))
        {
            Id = Invariant($"scale-only-{scale}"),
            Summary = Invariant($"Two equally likely labels with mean 0 and standard deviations 1 and {scale}."),
            Remark = "The means are equal, so linear probes and angles see nothing, by design.",
        };
    }

    /// <summary>Means (+-a, +-a), the label being the product of the signs: I = 2 D(2a) - D(2a sqrt 2), D the information of <see cref="TwoGaussians(double)"/>.</summary>
    /// <remarks>Reference: the chain rule, Cover and Thomas, "Elements of information theory" (2006), theorem 2.5.2.</remarks>
    public static KnownTask Xor(double amplitude) => new Xor(amplitude)
    {
        Id = Invariant($"xor-a{amplitude}"),
        Summary = Invariant($"Four equally likely means (+-{amplitude}, +-{amplitude}) with unit normal noise; the label is the product of the signs."),
        Remark = "Each feature alone is independent of the label, so linear probes and feature-wise methods see nothing, by design.",
    };

    /// <summary>Two equally likely labels, von Mises-Fisher around opposite directions: I = ln 2 - E ln(1 + exp(-2 kappa cos)).</summary>
    /// <remarks>Reference: Mardia and Jupp, "Directional statistics" (2000), section 9.3.2.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 2, or <paramref name="concentration"/> not above 0.</exception>
    public static KnownTask AntipodalDirections(int features, double concentration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(concentration);
        return new AntipodalDirections(features, concentration)
        {
            Id = Invariant($"antipodal-d{features}-kappa-{concentration}"),
            Summary = Invariant($"Two equally likely labels, unit vectors of {features} features around opposite directions with concentration {concentration}."),
        };
    }

    /// <summary>Equally likely labels, uniform on unit cubes one apart: I = H(Y).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2 or <paramref name="features"/> below 1.</exception>
    public static KnownTask DisjointCubes(int labels, int features) => Cubes(labels, features, 1, $"cubes-k{labels}-d{features}", "unit cubes that are 1 apart");

    /// <summary>Equally likely labels, uniform on unit cubes that touch: the label is a function of the row, every row is a point of its own, and I = H(Y).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2 or <paramref name="features"/> below 1.</exception>
    public static KnownTask Cells(int labels, int features) => Cubes(labels, features, 0, $"cells-k{labels}-d{features}", "unit cubes that touch");

    /// <summary>Standard normal rows and equally likely labels independent of them: I = 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2 or <paramref name="features"/> below 1.</exception>
    public static KnownTask Independent(int labels, int features)
    {
        RequireLabels(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        return new IndependentLabels(labels, features)
        {
            Id = Invariant($"independent-k{labels}-d{features}"),
            Summary = Invariant($"Standard normal rows of {features} features, and {labels} equally likely labels independent of them."),
            Role = TaskRole.Null,
        };
    }

    /// <summary>Uniform directions with ln r ~ N(+-delta/2, 1): I is that of <see cref="TwoGaussians(double)"/>, all of it in the norm.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 2.</exception>
    public static KnownTask RadialOnly(int features, double delta)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 2);
        return new RadialOnly(features, delta)
        {
            Id = Invariant($"radial-d{features}-delta-{delta}"),
            Summary = Invariant($"Uniform directions of {features} features whose log-norm is normal, {delta} higher for one of two equally likely labels."),
            Remark = "Estimators that see angles alone, such as soft entropy and cosine methods, give 0 here, by design.",
        };
    }

    /// <summary>max(0, z) of <see cref="TwoGaussians(double)"/>: an atom at 0 of probability Phi(-+delta/2), and a density above.</summary>
    /// <remarks>Atoms break estimators by nearest neighbours: Gao, Kannan, Oh, Viswanath, "Estimating mutual information for discrete-continuous mixtures" (NeurIPS 2017).</remarks>
    public static KnownTask RectifiedGaussians(double delta) => new RectifiedGaussians(delta)
    {
        Id = Invariant($"rectified-gaussians-delta-{delta}"),
        Summary = Invariant($"Two equally likely labels, normal with unit variance, {delta} apart, after max(0, z)."),
        Remark = "Many rows are equal, which estimators by nearest neighbours that ignore ties get wrong.",
    };

    /// <summary>The label k is uniform on 0 .. m-1 and the row uniform on [k, k+2): I = ln m - ((m-1)/m) ln 2.</summary>
    /// <remarks>Reference: Gao, Kannan, Oh, Viswanath, "Estimating mutual information for discrete-continuous mixtures" (NeurIPS 2017).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2.</exception>
    public static KnownTask CategoryUniform(int labels)
    {
        RequireLabels(labels);
        return new CategoryUniform(labels)
        {
            Id = Invariant($"category-uniform-m{labels}"),
            Summary = Invariant($"{labels} equally likely labels k, the row uniform on [k, k+2)."),
        };
    }

    private static Cubes Cubes(int labels, int features, double gap, string id, string where)
    {
        RequireLabels(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        return new(labels, features, gap) { Id = id, Summary = Invariant($"{labels} equally likely labels, uniform on {where}, of {features} features."), Role = TaskRole.Ceiling };
    }

    private static void RequireLabels(int labels) => ArgumentOutOfRangeException.ThrowIfLessThan(labels, 2);

    private static void RequireProbability(double probability, string name)
    {
        if (!(probability > 0 && probability < 1)) throw new ArgumentOutOfRangeException(name, probability, "a probability between 0 and 1 is wanted, neither of them included.");
    }
}
