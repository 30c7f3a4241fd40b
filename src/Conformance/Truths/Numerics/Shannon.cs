namespace Infoscope.Conformance.Truths;

/// <summary>Entropies of finite distributions.</summary>
internal static class Shannon
{
    /// <summary>Gives the entropy of a distribution in nats; a zero probability adds nothing.</summary>
    public static double EntropyNats(IEnumerable<double> probabilities) => -probabilities.Where(p => p > 0).Sum(p => p * Math.Log(p));

    /// <summary>Gives the distribution with equal probabilities.</summary>
    public static double[] Uniform(int count) => [.. Enumerable.Repeat(1.0 / count, count)];
}
