using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.SpecialFunctions;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>The plug-in entropy without the bias that leaving out one draw shows: H = N H_plug-in - ((N - 1)/N) sum H_-j over all draws j.</summary>
/// <remarks>
/// With D(n) = n ln n - (n - 1) ln(n - 1) all of that is D(N) - sum (n/N) D(n), which subtracts nothing large. At least 0, since D grows, and 0 for one draw.
/// Reference: Zahl, "Jackknifing an index of diversity" (1977).
/// </remarks>
internal static class JackknifeEntropy
{
    /// <summary>Gives it in nats.</summary>
    public static double Nats(CountsOfCounts counts)
    {
        double sum = 0, total = counts.Total, whole = Last(counts.Total);
        foreach (var (count, symbols) in counts.Entries) sum += symbols * (count / total * (whole - Last(count)));
        return sum;
    }

    /// <summary>Gives D(n).</summary>
    private static double Last(double n) => n == 1 ? 0 : Math.Log(n) - ((n - 1) * Logarithms.OfOnePlus(-1 / n));
}
