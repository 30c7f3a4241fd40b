using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>The entropy of the distribution that counts were drawn from.</summary>
internal static class CorrectedEntropy
{
    /// <summary>Estimates the entropy.</summary>
    /// <param name="correction">How.</param>
    /// <param name="counts">The counts, at least one draw.</param>
    /// <param name="logAlphabet">ln K, the logarithm of the number of symbols that could occur; infinite or NaN where it is not known, which james-stein and nsb refuse.</param>
    /// <returns>Nats.</returns>
    public static double Nats(EntropyCorrection correction, CountsOfCounts counts, double logAlphabet) => correction switch
    {
        EntropyCorrection.PlugIn => PlugIn(counts),
        _ => throw new ArgumentOutOfRangeException(nameof(correction), correction, "no such correction."),
    };

    private static double PlugIn(CountsOfCounts counts)
    {
        double sum = 0;
        foreach (var (count, symbols) in counts.Entries) sum += symbols * (count * Math.Log(count));
        return counts.Occupied == 1 ? 0 : Math.Log(counts.Total) - (sum / counts.Total);
    }
}
