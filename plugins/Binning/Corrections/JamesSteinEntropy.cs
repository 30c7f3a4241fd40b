using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>The entropy of the shrunk frequencies p = L/K + (1 - L) n/N with L = (1 - sum (n/N)^2)/((N - 1) sum (1/K - n/N)^2), held between 0 and 1.</summary>
/// <remarks>
/// Between 0 and ln K. L is 1, and H = ln K, where N = 1 or all frequencies are equal. The symbols that did not occur have L/K each; together they add ((K - m)/K) L (ln K - ln L), which
/// needs the logarithm of K alone. Reference: Hausser and Strimmer, "Entropy inference and the James-Stein estimator" (2009), section 3.
/// </remarks>
internal static class JamesSteinEntropy
{
    /// <summary>Gives it in nats.</summary>
    public static double Nats(CountsOfCounts counts, Alphabet alphabet)
    {
        if (alphabet.IsOneSymbol) return 0;
        var (total, uniform, shrinkage) = ((double)counts.Total, alphabet.InverseSize, Shrinkage(counts, alphabet));
        var sum = shrinkage > 0 ? alphabet.EmptyShare * shrinkage * (alphabet.LogSize - Math.Log(shrinkage)) : 0;
        foreach (var (count, symbols) in counts.Entries)
        {
            var probability = (shrinkage * uniform) + ((1 - shrinkage) * (count / total));
            if (probability > 0) sum -= symbols * (probability * Math.Log(probability));
        }

        return sum;
    }

    private static double Shrinkage(CountsOfCounts counts, Alphabet alphabet)
    {
        if (counts.Total == 1) return 1;
        double total = counts.Total, uniform = alphabet.InverseSize;
        double spread = 0, distance = alphabet.EmptyShare * uniform;
        foreach (var (count, symbols) in counts.Entries)
        {
            var frequency = count / total;
            spread += symbols * (frequency * ((total - count) / total));
            distance += symbols * ((frequency - uniform) * (frequency - uniform));
        }

        // Equal frequencies of all symbols are 0 apart, and any L gives the same.
        return spread >= (total - 1) * distance ? 1 : spread / ((total - 1) * distance);
    }
}
