using System.Globalization;

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
        Id = Name($"two-gaussians-delta-{delta}"),
        Summary = Name($"Two equally likely labels, normal with unit variance, {delta} apart."),
    };

    /// <summary>Two labels at +-delta/2 on the line, the first with a prior of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="prior"/> is not between 0 and 1.</exception>
    public static KnownTask TwoGaussians(double delta, double prior)
    {
        RequireProbability(prior, nameof(prior));
        return new LineMixture(new([prior, 1 - prior], [-delta / 2, delta / 2], [1, 1]))
        {
            Id = Name($"two-gaussians-delta-{delta}-prior-{prior}"),
            Summary = Name($"Two labels with priors {prior} and {1 - prior:G3}, normal with unit variance, {delta} apart."),
        };
    }

    /// <summary>Pulse amplitudes: K equally likely labels on the line, delta apart; I is a one-dimensional integral.</summary>
    /// <remarks>Reference: Ungerboeck, "Channel coding with multilevel/phase signals" (1982), equation 5.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2.</exception>
    public static KnownTask Pam(int labels, double delta)
    {
        RequireLabels(labels);
        return new LineMixture(new(Shannon.Uniform(labels), [.. Enumerable.Range(0, labels).Select(k => (k - ((labels - 1) / 2.0)) * delta)], [.. Enumerable.Repeat(1.0, labels)]))
        {
            Id = Name($"pam{labels}-delta-{delta}"),
            Summary = Name($"{labels} equally likely labels on the line, {delta} apart, with unit normal noise."),
        };
    }

    /// <summary>A square grid of K^2 labels, delta apart: twice the information of one axis.</summary>
    /// <remarks>Label K i + j is at place i of the first axis and j of the second. Reference: as <see cref="Pam"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labelsPerAxis"/> is below 2.</exception>
    public static KnownTask Qam(int labelsPerAxis, double delta) => new ProductTask(Pam(labelsPerAxis, delta), Pam(labelsPerAxis, delta))
    {
        Id = Name($"qam{labelsPerAxis * labelsPerAxis}-delta-{delta}"),
        Summary = Name($"A square grid of {labelsPerAxis * labelsPerAxis} equally likely labels, {delta} apart, with unit normal noise."),
    };

    /// <summary>The rows of <see cref="Qam"/> with the label of the first axis alone: the information of one axis.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labelsPerAxis"/> is below 2.</exception>
    public static KnownTask QamCoarse(int labelsPerAxis, double delta) => new AppendedTask(Pam(labelsPerAxis, delta), Pam(labelsPerAxis, delta))
    {
        Id = Name($"qam{labelsPerAxis * labelsPerAxis}-coarse-delta-{delta}"),
        Summary = Name($"A square grid of {labelsPerAxis * labelsPerAxis} equally likely places, {delta} apart, with unit normal noise; the label is the place on the first axis."),
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
            Id = Name($"simplex-k{labels}-a{amplitude}"),
            Summary = Name($"{labels} equally likely labels, each at {amplitude} on an axis of its own, with unit normal noise."),
        };
    }

    /// <summary>Two equally likely labels with one mean, N(0, 1) and N(0, s^2).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not above 0.</exception>
    public static KnownTask ScaleOnly(double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        return new LineMixture(new([0.5, 0.5], [0, 0], [1, scale]))
        {
            Id = Name($"scale-only-{scale}"),
            Summary = Name($"Two equally likely labels with mean 0 and standard deviations 1 and {scale}."),
            Remark = "The means are equal, so linear probes and angles see nothing, by design.",
        };
    }

    /// <summary>Means (+-a, +-a), the label being the product of the signs: I = 2 D(2a) - D(2a sqrt 2), D the information of <see cref="TwoGaussians(double)"/>.</summary>
    /// <remarks>Reference: the chain rule, Cover and Thomas, "Elements of information theory" (2006), theorem 2.5.2.</remarks>
    public static KnownTask Xor(double amplitude) => new Xor(amplitude)
    {
        Id = Name($"xor-a{amplitude}"),
        Summary = Name($"Four equally likely means (+-{amplitude}, +-{amplitude}) with unit normal noise; the label is the product of the signs."),
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
            Id = Name($"antipodal-d{features}-kappa-{concentration}"),
            Summary = Name($"Two equally likely labels, unit vectors of {features} features around opposite directions with concentration {concentration}."),
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
            Id = Name($"independent-k{labels}-d{features}"),
            Summary = Name($"Standard normal rows of {features} features, and {labels} equally likely labels independent of them."),
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
            Id = Name($"radial-d{features}-delta-{delta}"),
            Summary = Name($"Uniform directions of {features} features whose log-norm is normal, {delta} higher for one of two equally likely labels."),
            Remark = "Estimators that see angles alone, such as soft entropy and cosine methods, give 0 here, by design.",
        };
    }

    /// <summary>max(0, z) of <see cref="TwoGaussians(double)"/>: an atom at 0 of probability Phi(-+delta/2), and a density above.</summary>
    /// <remarks>Atoms break estimators by nearest neighbours: Gao, Kannan, Oh, Viswanath, "Estimating mutual information for discrete-continuous mixtures" (NeurIPS 2017).</remarks>
    public static KnownTask RectifiedGaussians(double delta) => new RectifiedGaussians(delta)
    {
        Id = Name($"rectified-gaussians-delta-{delta}"),
        Summary = Name($"Two equally likely labels, normal with unit variance, {delta} apart, after max(0, z)."),
        Remark = "Many rows are equal, which estimators by nearest neighbours that ignore ties get wrong.",
    };

    /// <summary>The label k is uniform on 0 .. m-1 and the row uniform on [k, k+2): I = ln m - ((m-1)/m) ln 2.</summary>
    /// <remarks>Reference: Gao, Kannan, Oh, Viswanath, "Estimating mutual information for discrete-continuous mixtures" (NeurIPS 2017), experiment II.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2.</exception>
    public static KnownTask CategoryUniform(int labels)
    {
        RequireLabels(labels);
        return new CategoryUniform(labels)
        {
            Id = Name($"category-uniform-m{labels}"),
            Summary = Name($"{labels} equally likely labels k, the row uniform on [k, k+2)."),
        };
    }

    /// <summary>A label and a row that is one of finitely many symbols: I = sum p(y,z) ln p(y,z)/(p(y)p(z)).</summary>
    /// <param name="id">The identity of the task.</param>
    /// <param name="summary">What is drawn, in one sentence.</param>
    /// <param name="joint">The probability of each label and symbol, joint[y][z]; every label has some.</param>
    /// <exception cref="ArgumentException">The lines differ in length, a probability is negative, a label has none, or they do not sum to 1.</exception>
    public static KnownTask Joint(string id, string summary, double[][] joint)
    {
        ArgumentNullException.ThrowIfNull(joint);
        if (joint.Length == 0 || joint.Any(line => line.Length != joint[0].Length)) throw new ArgumentException("the joint probabilities need one line for each label, all of the same length.", nameof(joint));
        if (joint.Any(line => line.Any(p => !(p >= 0)) || line.Sum() == 0)) throw new ArgumentException("the joint probabilities must be at least 0, with a positive one for every label.", nameof(joint));
        var sum = joint.Sum(line => line.Sum());
        if (Math.Abs(sum - 1) > 1e-12) throw new ArgumentException(Name($"the joint probabilities sum to {sum}; divide them by it."), nameof(joint));
        return new JointSymbols(joint) { Id = id, Summary = summary };
    }

    /// <summary>The label is sent through a channel that replaces it by one of the others, all alike, with the probability given: the symmetric channel.</summary>
    /// <remarks>I = ln K - H(e) - e ln(K-1). Reference: Cover and Thomas, "Elements of information theory" (2006), section 7.1.4.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2, or <paramref name="error"/> not between 0 and 1.</exception>
    public static KnownTask SymmetricChannel(int labels, double error)
    {
        RequireLabels(labels);
        RequireProbability(error, nameof(error));
        return Joint(
            Name($"symmetric-channel-k{labels}-error-{error}"),
            Name($"{labels} equally likely labels, replaced by another with probability {error}."),
            Table(labels, labels, (y, z) => (z == y ? 1 - error : error / (labels - 1)) / labels));
    }

    /// <summary>The label is sent through a channel that loses it with the probability given: I = (1 - e) ln K.</summary>
    /// <remarks>Reference: Cover and Thomas, "Elements of information theory" (2006), section 7.1.5.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2, or <paramref name="erasure"/> not between 0 and 1.</exception>
    public static KnownTask ErasureChannel(int labels, double erasure)
    {
        RequireLabels(labels);
        RequireProbability(erasure, nameof(erasure));
        return Joint(
            Name($"erasure-channel-k{labels}-loss-{erasure}"),
            Name($"{labels} equally likely labels, lost with probability {erasure}."),
            Table(labels, labels + 1, (y, z) => (z == labels ? erasure : z == y ? 1 - erasure : 0) / labels));
    }

    /// <summary>Equally likely symbols whose remainder modulo K is the label, a deterministic function of the row: I = H(Y).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> is below 2, or <paramref name="symbols"/> below <paramref name="labels"/>.</exception>
    public static KnownTask SymbolClasses(int symbols, int labels)
    {
        RequireLabels(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, labels);
        return new JointSymbols(Table(labels, symbols, (y, z) => z % labels == y ? 1.0 / symbols : 0))
        {
            Id = Name($"symbols-m{symbols}-k{labels}"),
            Summary = Name($"{symbols} equally likely symbols 0, 1, ..., and the label is the remainder modulo {labels}."),
            Role = TaskRole.Ceiling,
        };
    }

    /// <summary>A joint distribution drawn from the flat Dirichlet distribution; the same seed gives the same one.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labels"/> or <paramref name="symbols"/> is below 2.</exception>
    public static KnownTask RandomJoint(int labels, int symbols, ulong seed)
    {
        RequireLabels(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 2);
        var random = new RandomStream(seed, "random joint");
        var weights = Table(labels, symbols, (_, _) => random.NextExponential());
        var sum = weights.Sum(line => line.Sum());
        return Joint(
            Name($"random-joint-k{labels}-m{symbols}-seed-{seed}"),
            Name($"{labels} labels and {symbols} symbols with joint probabilities drawn from the flat Dirichlet distribution."),
            Table(labels, symbols, (y, z) => weights[y][z] / sum));
    }

    private static Cubes Cubes(int labels, int features, double gap, string id, string where)
    {
        RequireLabels(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        return new(labels, features, gap) { Id = id, Summary = Name($"{labels} equally likely labels, uniform on {where}, of {features} features."), Role = TaskRole.Ceiling };
    }

    private static double[][] Table(int labels, int symbols, Func<int, int, double> probability) =>
        [.. Enumerable.Range(0, labels).Select(y => Enumerable.Range(0, symbols).Select(z => probability(y, z)).ToArray())];

    private static void RequireLabels(int labels) => ArgumentOutOfRangeException.ThrowIfLessThan(labels, 2);

    private static void RequireProbability(double probability, string name)
    {
        if (!(probability > 0 && probability < 1)) throw new ArgumentOutOfRangeException(name, probability, "a probability between 0 and 1 is wanted, neither of them included.");
    }

    private static string Name(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
