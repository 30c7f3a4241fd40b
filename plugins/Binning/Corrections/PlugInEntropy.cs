using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.SpecialFunctions;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>The entropy of the frequencies: H = sum (n/N) ln(N/n), the maximum likelihood estimate.</summary>
/// <remarks>Between 0 and ln m, m symbols having occurred. Too low by about (m - 1)/2N. Reference: Shannon, "A mathematical theory of communication" (1948), section 6, of the frequencies.</remarks>
internal static class PlugInEntropy
{
    /// <summary>Gives it in nats.</summary>
    public static double Nats(CountsOfCounts counts)
    {
        double sum = 0, total = counts.Total;
        foreach (var (count, symbols) in counts.Entries)
        {
            // Near 1 the logarithm is that of the small rest, so that a rare other symbol keeps its digits.
            var surprise = count > total / 2 ? -Logarithms.OfOnePlus(-(total - count) / total) : Math.Log(total / count);
            sum += symbols * (count / total * surprise);
        }

        return sum;
    }
}
