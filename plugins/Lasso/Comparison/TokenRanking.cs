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
}
