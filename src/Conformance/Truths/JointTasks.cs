using static System.FormattableString;

namespace Infoscope.Conformance.Truths;

/// <summary>Tasks with discrete labels Y and rows of one number, a symbol Z out of finitely many, about I(Y;Z).</summary>
public static class JointTasks
{
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
        if (Math.Abs(sum - 1) > 1e-12) throw new ArgumentException(Invariant($"the joint probabilities sum to {sum}; divide them by it."), nameof(joint));
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
            Invariant($"symmetric-channel-k{labels}-error-{error}"),
            Invariant($"{labels} equally likely labels, replaced by another with probability {error}."),
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
            Invariant($"erasure-channel-k{labels}-loss-{erasure}"),
            Invariant($"{labels} equally likely labels, lost with probability {erasure}."),
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
            Id = Invariant($"symbols-m{symbols}-k{labels}"),
            Summary = Invariant($"{symbols} equally likely symbols 0, 1, ..., and the label is the remainder modulo {labels}."),
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
            Invariant($"random-joint-k{labels}-m{symbols}-seed-{seed}"),
            Invariant($"{labels} labels and {symbols} symbols with joint probabilities drawn from the flat Dirichlet distribution."),
            Table(labels, symbols, (y, z) => weights[y][z] / sum));
    }

    private static double[][] Table(int labels, int symbols, Func<int, int, double> probability) =>
        [.. Enumerable.Range(0, labels).Select(y => Enumerable.Range(0, symbols).Select(z => probability(y, z)).ToArray())];

    private static void RequireLabels(int labels) => ArgumentOutOfRangeException.ThrowIfLessThan(labels, 2);

    private static void RequireProbability(double probability, string name)
    {
        if (!(probability > 0 && probability < 1)) throw new ArgumentOutOfRangeException(name, probability, "a probability between 0 and 1 is wanted, neither of them included.");
    }
}
