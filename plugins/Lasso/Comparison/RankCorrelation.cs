namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>Spearman's correlation of ranks.</summary>
internal static class RankCorrelation
{
    /// <summary>Gives the correlation of the ranks of two lists, equal values sharing their mean rank; null when one list is constant or has fewer than 2 values.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static double? Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"the lists have {x.Length} and {y.Length} values; they must have as many.");
        var (first, second) = (CentredTwice(x), CentredTwice(y));
        double products = 0, squaresFirst = 0, squaresSecond = 0;
        for (var i = 0; i < first.Length; i++)
        {
            products += (double)first[i] * second[i];
            squaresFirst += (double)first[i] * first[i];
            squaresSecond += (double)second[i] * second[i];
        }

        return squaresFirst == 0 || squaresSecond == 0 ? null : products / (Math.Sqrt(squaresFirst) * Math.Sqrt(squaresSecond));
    }

    // Twice the mean rank less the mean of all ranks is a whole number, so ties and constants are exact.
    private static long[] CentredTwice(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(sorted, order);
        var ranks = new long[order.Length];
        for (var start = 0; start < order.Length;)
        {
            var end = start;
            while (end + 1 < order.Length && sorted[end + 1] == sorted[start]) end++;
            for (var i = start; i <= end; i++) ranks[order[i]] = (long)start + end - (order.Length - 1);
            start = end + 1;
        }

        return ranks;
    }
}
