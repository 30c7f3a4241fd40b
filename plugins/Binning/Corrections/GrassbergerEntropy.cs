using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.SpecialFunctions;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>Grassberger's estimate: H = ln N - (1/N) sum n G(n).</summary>
/// <remarks>
/// G(n) = psi(n) + (-1)^n [psi((n + 1)/2) - psi(n/2)]/2, which is psi(k + 1/2) + ln 2 for n = 2k and n = 2k + 1.
/// One draw gives 1.27. A single symbol gives about 1/N where N is odd and about -1/(6 N^2) where it is even, the one case below 0.
/// Reference: Grassberger, "Entropy estimates from insufficient samplings" (2003).
/// </remarks>
internal static class GrassbergerEntropy
{
    private static readonly double LogTwo = Math.Log(2);

    /// <summary>Gives it in nats.</summary>
    public static double Nats(CountsOfCounts counts)
    {
        double sum = 0, total = counts.Total, whole = Math.Log(total);
        foreach (var (count, symbols) in counts.Entries) sum += symbols * (count / total * (whole - (GammaFunctions.Digamma((count / 2) + 0.5) + LogTwo)));
        return sum;
    }
}
