using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.SpecialFunctions;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>The posterior mean of the entropy under a mixture of Dirichlet priors whose mean entropy is uniform from 0 to ln K.</summary>
/// <remarks>
/// Between 0 and ln K; ln(K)/2 for one draw. The integrals are sums over equal steps of t = ln(K beta), out to where the density is e^-40 of its largest.
/// The density has no singularity within pi of the real axis, falls at least like e^-|t| on both sides, and a step is at most half its width at the peak and at most 1/2, so that the error of the sum is
/// below 1e-12 of ln K. Counts without a repeat leave the density flat from ln N^2 to ln K, where the sum is an arithmetic series.
/// Cost: about 40 to 200 times the number of distinct counts in logarithms. Reference: Nemenman, Shafee and Bialek, "Entropy and inference, revisited" (2002), equations 8 to 10.
/// </remarks>
internal static class NsbEntropy
{
    /// <summary>The logarithm of the density, relative to the largest, at which the sums end.</summary>
    private const double Cut = -40;

    /// <summary>Gives it in nats.</summary>
    public static double Nats(CountsOfCounts counts, Alphabet alphabet)
    {
        if (alphabet.IsOneSymbol) return 0;
        var posterior = new NsbPosterior(counts, alphabet);
        var (centre, peak, step) = Peak(posterior, Math.Log(counts.Occupied));
        var (weights, sum) = (1.0, posterior.MeanEntropy(centre));

        bool Add(double t)
        {
            var height = posterior.LogDensity(t) - peak;
            if (!(height > Cut)) return false;
            var weight = Math.Exp(height);
            weights += weight;
            sum += weight * posterior.MeanEntropy(t);
            return true;
        }

        for (long node = 1; Add(centre - (node * step)); node++)
        {
        }

        // From here on to there the density is 1 and the mean entropy t + Euler's constant, to the last digit.
        var (flatFrom, flatTo) = counts.Occupied == counts.Total ? ((2 * Math.Log(counts.Total)) - Cut, alphabet.LogSize + Cut) : (0, 0);
        for (long node = 1; ; node++)
        {
            var t = centre + (node * step);
            if (t > flatFrom && t < flatTo)
            {
                var last = (long)((flatTo - centre) / step);
                var weight = (last - node + 1) * Math.Exp(-peak);
                weights += weight;
                sum += weight * (((t + centre + (last * step)) / 2) + GammaFunctions.EulerConstant);
                node = last;
            }
            else if (!Add(t))
            {
                return sum / weights;
            }
        }
    }

    /// <summary>Finds the largest density, and half a step within which its logarithm bends by less than 1.</summary>
    private static (double Centre, double Peak, double Step) Peak(NsbPosterior posterior, double start)
    {
        var (centre, peak, reach) = (start, posterior.LogDensity(start), 1.0);
        while (true)
        {
            var (left, right) = (posterior.LogDensity(centre - reach), posterior.LogDensity(centre + reach));
            if (left > peak || right > peak)
            {
                (centre, peak) = left > right ? (centre - reach, left) : (centre + reach, right);
                reach *= 2;
            }
            else if (reach <= 1 && (2 * peak) - left - right < 1)
            {
                return (centre, peak, reach / 2);
            }
            else
            {
                reach /= 2;
            }
        }
    }
}
