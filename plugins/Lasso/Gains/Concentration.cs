namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>How much of a sum sits in few of its k terms, none below 0; every index is null for no terms and for a sum of 0, which has no shares.</summary>
internal readonly record struct Concentration
{
    /// <summary>Gets the Gini index: 0 for equal terms, 1 - 1/k for a single one that is not 0.</summary>
    public double? Gini { get; private init; }

    /// <summary>Gets the entropy of the shares over ln k: 1 for equal terms; null for one term, which leaves 0/0.</summary>
    public double? NormalizedEntropy { get; private init; }

    /// <summary>Gets one over the sum of the squared shares: k for equal terms, 1 for a single one.</summary>
    public double? ParticipationRatio { get; private init; }

    /// <summary>Gets the smallest number of terms that hold half of the sum.</summary>
    public int? HalfCount { get; private init; }

    /// <summary>Measures terms. Cost: k ln k.</summary>
    /// <exception cref="ArgumentException">A term is below 0 or not finite.</exception>
    public static Concentration Of(ReadOnlySpan<double> terms)
    {
        var ascending = terms.ToArray();
        foreach (var term in ascending)
        {
            if (!(term >= 0) || double.IsInfinity(term)) throw new ArgumentException($"a term is {term}; concentration is that of finite terms not below 0.", nameof(terms));
        }

        Array.Sort(ascending);
        if (ascending.Length == 0 || ascending[^1] == 0) return default;

        // Over the largest first, so that the sum of large terms does not overflow nor the square of small ones vanish.
        var largest = ascending[^1];
        foreach (ref var term in ascending.AsSpan()) term /= largest;
        var sum = ascending.Sum();
        double ranked = 0, entropy = 0, squares = 0;
        for (var i = 0; i < ascending.Length; i++)
        {
            var share = ascending[i] / sum;
            ranked += (2.0 * i + 1 - ascending.Length) * share;
            squares += share * share;
            if (share > 0) entropy -= share * Math.Log(share);
        }

        return new Concentration
        {
            Gini = ranked / ascending.Length,
            NormalizedEntropy = ascending.Length > 1 ? entropy / Math.Log(ascending.Length) : null,
            ParticipationRatio = 1 / squares,
            HalfCount = HoldingHalf(ascending, sum),
        };
    }

    private static int HoldingHalf(double[] ascending, double sum)
    {
        double held = 0;
        var count = 0;
        while (2 * held < sum && count < ascending.Length) held += ascending[^++count];
        return count;
    }
}
