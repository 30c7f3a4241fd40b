namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>Ranks context tokens by a score: larger first, of equal scores the one nearer to the target first.</summary>
internal static class TokenRanking
{
    /// <summary>Gives the places of all tokens in order of rank.</summary>
    /// <exception cref="ArgumentException">A score is not a number.</exception>
    public static int[] Of(ReadOnlySpan<double> scores)
    {
        var values = scores.ToArray();
        var nan = Array.FindIndex(values, double.IsNaN);
        if (nan >= 0) throw new ArgumentException($"the score of token {nan} is not a number; every context token needs one.", nameof(scores));
        var order = new int[values.Length];
        for (var token = 0; token < order.Length; token++) order[token] = token;
        Array.Sort(order, (a, b) => values[a] != values[b] ? values[b].CompareTo(values[a]) : b.CompareTo(a));
        return order;
    }

    /// <summary>Gives the first tokens by the magnitude of their weights, the first in rank first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer tokens than that have a weight other than 0.</exception>
    public static int[] ByWeight(ReadOnlySpan<double> weights, int count)
    {
        var magnitudes = new double[weights.Length];
        var selected = 0;
        for (var token = 0; token < magnitudes.Length; token++)
        {
            magnitudes[token] = Math.Abs(weights[token]);
            if (magnitudes[token] > 0) selected++;
        }

        if (count < 0 || count > selected) throw new ArgumentOutOfRangeException(nameof(count), count, $"{selected} tokens have a weight; take at most as many.");
        return Of(magnitudes)[..count];
    }
}
