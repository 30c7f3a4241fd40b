namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>The mean of a distance over pairs of sentences, with its error over sentences.</summary>
internal readonly record struct PairMean
{
    /// <summary>Gets the mean.</summary>
    public required double Value { get; init; }

    /// <summary>Gets the number of pairs.</summary>
    public required int Pairs { get; init; }

    /// <summary>Gets the standard error: the jackknife that leaves out one sentence at a time; null where a sentence is in every pair.</summary>
    public required double? StandardError { get; init; }

    /// <summary>Takes the mean over the pairs of some sentences that count.</summary>
    /// <returns>The mean; null when no pair counts.</returns>
    public static PairMean? Of(DistanceMatrix distances, int[] sentences, Func<int, int, bool> counts)
    {
        var sums = new double[sentences.Length];
        var pairs = new int[sentences.Length];
        double sum = 0;
        var all = 0;
        for (var i = 1; i < sentences.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!counts(sentences[i], sentences[j])) continue;
                var value = distances[sentences[i], sentences[j]];
                (sum, sums[i], sums[j]) = (sum + value, sums[i] + value, sums[j] + value);
                (all, pairs[i], pairs[j]) = (all + 1, pairs[i] + 1, pairs[j] + 1);
            }
        }

        if (all == 0) return null;
        return new PairMean { Value = sum / all, Pairs = all, StandardError = Jackknife(sum, all, sums, pairs) };
    }

    // Efron and Stein (1981), over the sentences that are in a pair: (g-1)/g sum (mean without one - mean of these)^2.
    private static double? Jackknife(double sum, int all, double[] sums, int[] pairs)
    {
        if (Array.Exists(pairs, count => count == all)) return null;
        double[] without = [.. sums.Zip(pairs).Where(one => one.Second > 0).Select(one => (sum - one.First) / (all - one.Second))];
        var middle = without.Average();
        return Math.Sqrt((without.Length - 1.0) / without.Length * without.Sum(value => (value - middle) * (value - middle)));
    }
}
