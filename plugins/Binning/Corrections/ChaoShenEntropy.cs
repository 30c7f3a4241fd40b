using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.SpecialFunctions;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>Chao and Shen's estimate: H = -sum q ln q/(1 - (1 - q)^N) with q = C n/N and the coverage C = 1 - f_1/N, f_1 symbols having occurred once.</summary>
/// <remarks>
/// At least 0; about 2 ln N where every symbol occurred once, for which f_1 is taken as N - 1, since no coverage would be left.
/// Reference: Chao and Shen, "Nonparametric estimation of Shannon's index of diversity when there are unseen species in sample" (2003).
/// </remarks>
internal static class ChaoShenEntropy
{
    /// <summary>Gives it in nats.</summary>
    public static double Nats(CountsOfCounts counts)
    {
        double sum = 0, total = counts.Total;
        var once = counts.Entries[0].Count == 1 ? counts.Entries[0].Symbols : 0;
        var coverage = (counts.Total - Math.Min(once, counts.Total - 1)) / total;
        foreach (var (count, symbols) in counts.Entries)
        {
            var probability = coverage * (count / total);
            var seen = -Logarithms.ExponentialLessOne(total * Logarithms.OfOnePlus(-probability));
            sum -= symbols * (probability * Math.Log(probability) / seen);
        }

        return sum;
    }
}
