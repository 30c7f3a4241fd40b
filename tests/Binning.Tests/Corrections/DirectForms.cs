using Infoscope.Plugins.Binning.Corrections;

namespace Infoscope.Plugins.Binning.Tests.Corrections;

/// <summary>Each correction in another form than the plugin's, over cells, for a few draws.</summary>
internal static class DirectForms
{
    private const double EulerConstant = 0.57721566490153286061;

    /// <summary>Gives the entropy in nats; the alphabet is that of the cells.</summary>
    public static double Nats(EntropyCorrection correction, long[] counts) => correction switch
    {
        EntropyCorrection.PlugIn => OfFrequencies(counts),
        EntropyCorrection.MillerMadow => OfFrequencies(counts) + ((counts.Count(count => count > 0) - 1) / (2.0 * counts.Sum())),
        EntropyCorrection.Jackknife => Jackknife(counts),
        EntropyCorrection.Grassberger => Grassberger(counts),
        EntropyCorrection.ChaoShen => ChaoShen(counts),
        EntropyCorrection.JamesStein => JamesStein(counts),
        _ => NsbQuadrature.OfCells(counts.Length).Nats(counts),
    };

    private static double OfPmf(IEnumerable<double> pmf) => -pmf.Where(p => p > 0).Sum(p => p * Math.Log(p));

    private static double OfFrequencies(long[] counts) => OfPmf(counts.Select(count => count / (double)counts.Sum()));

    /// <summary>Leaves out one draw after another.</summary>
    private static double Jackknife(long[] counts)
    {
        double draws = counts.Sum(), left = 0;
        if (draws == 1) return 0;
        for (var cell = 0; cell < counts.Length; cell++)
        {
            for (var draw = 0; draw < counts[cell]; draw++)
            {
                long[] others = [.. counts];
                others[cell]--;
                left += OfFrequencies(others);
            }
        }

        return (draws * OfFrequencies(counts)) - ((draws - 1) / draws * left);
    }

    /// <summary>With G(n) = psi(n) + (-1)^n times the integral of x^(n-1)/(1 + x) from 0 to 1, both as their sums.</summary>
    private static double Grassberger(long[] counts)
    {
        static double G(long n)
        {
            var sum = -EulerConstant - Math.Log(2);
            for (var k = 1; k < n; k++) sum += (1 + (k % 2 == 1 ? 1 : -1)) / (double)k;
            return sum;
        }

        double draws = counts.Sum();
        return Math.Log(draws) - (counts.Where(count => count > 0).Sum(count => count * G(count)) / draws);
    }

    private static double ChaoShen(long[] counts)
    {
        var draws = counts.Sum();
        var once = counts.Count(count => count == 1);
        var coverage = 1 - ((once == draws ? draws - 1 : once) / (double)draws);
        return counts.Where(count => count > 0).Select(count => coverage * count / draws).Sum(p => -p * Math.Log(p) / (1 - Math.Pow(1 - p, draws)));
    }

    /// <summary>Shrinks the frequencies of every cell.</summary>
    private static double JamesStein(long[] counts)
    {
        double draws = counts.Sum(), cells = counts.Length;
        double[] frequencies = [.. counts.Select(count => count / draws)];
        var apart = (draws - 1) * frequencies.Sum(p => Math.Pow((1 / cells) - p, 2));
        var shrinkage = apart == 0 ? 1 : Math.Clamp((1 - frequencies.Sum(p => p * p)) / apart, 0, 1);
        return OfPmf(frequencies.Select(p => (shrinkage / cells) + ((1 - shrinkage) * p)));
    }
}
