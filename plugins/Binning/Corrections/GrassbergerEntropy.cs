using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.SpecialFunctions;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>Grassberger's estimate: H = ln N - (1/N) sum n G(n).</summary>
/// <remarks>
/// G(n) = psi(n) + (-1)^n [psi((n + 1)/2) - psi(n/2)]/2, which is psi(k + 1/2) + ln 2 for n = 2k and n = 2k + 1.
/// Above 0: G(n) lies below ln n where n is odd, and one draw gives 1.27; a single symbol with even N gives about -1/(6 N^2) at the least.
/// Reference: Grassberger, "Entropy estimates from insufficient samplings" (2003), equations 28 and 35.
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
