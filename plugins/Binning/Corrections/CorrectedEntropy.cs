using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>The entropy of the distribution that counts were drawn from.</summary>
internal static class CorrectedEntropy
{
    /// <summary>Estimates the entropy.</summary>
    /// <param name="correction">How.</param>
    /// <param name="counts">The counts, at least one draw.</param>
    /// <param name="logAlphabet">ln K, the logarithm of the number of symbols that could occur, which may be too large for K itself to be a number; james-stein and nsb alone look at it.</param>
    /// <returns>Nats; finite.</returns>
    /// <exception cref="ArgumentException">There is no draw; or james-stein or nsb is asked and ln K is not finite, or below the logarithm of the symbols that occurred.</exception>
    public static double Nats(EntropyCorrection correction, CountsOfCounts counts, double logAlphabet)
    {
        if (counts.Total == 0) throw new ArgumentException("There is no draw to estimate an entropy from; at least 1 is needed.", nameof(counts));
        return correction switch
        {
            EntropyCorrection.PlugIn => PlugInEntropy.Nats(counts),
            EntropyCorrection.MillerMadow => MillerMadowEntropy.Nats(counts),
            EntropyCorrection.Jackknife => JackknifeEntropy.Nats(counts),
            EntropyCorrection.Grassberger => GrassbergerEntropy.Nats(counts),
            EntropyCorrection.ChaoShen => ChaoShenEntropy.Nats(counts),
            EntropyCorrection.JamesStein => JamesSteinEntropy.Nats(counts, Alphabet.Of("james-stein", counts, logAlphabet)),
            EntropyCorrection.Nsb => NsbEntropy.Nats(counts, Alphabet.Of("nsb", counts, logAlphabet)),
            _ => throw new ArgumentOutOfRangeException(nameof(correction), correction, "no such correction."),
        };
    }
}
