using System.Globalization;
using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.SpecialFunctions;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>The posterior mean of the entropy under a mixture of Dirichlet priors whose mean entropy is uniform from 0 to ln K.</summary>
/// <remarks>
/// Between 0 and ln K; ln(K)/2 for one draw. Both integrals are sums over equal steps of t = ln(K beta), out to where the density is e^-40 of its largest; on both sides it falls at least like e^-|t|.
/// The density is analytic in a strip around the real axis, so that half the step has the square of the relative error (Trefethen and Weideman, "The exponentially convergent trapezoidal rule", 2014,
/// section 5): the step is halved until that changes the sums by less than 1e-7 of them, which leaves 1e-14. Counts without a repeat leave the density flat from ln N^2 to ln K, where the
/// sum is an arithmetic series. Cost: 50 to 200 densities, each of four logarithms per distinct count. Reference: Nemenman, Shafee and Bialek, "Entropy and inference, revisited" (2002).
/// </remarks>
internal static class NsbEntropy
{
    /// <summary>The logarithm of the density, relative to the largest, at which the sums end.</summary>
    private const double Cut = -40;

    /// <summary>The relative change by half the step at which its sums are taken.</summary>
    private const double SmallChange = 1e-7;

    /// <summary>The number of times that the step is halved at most; a few are enough, and each doubles the cost.</summary>
    private const int MostHalvings = 20;

    /// <summary>The number of steps to either side of the largest density at most.</summary>
    private const int MostNodes = 1 << 17;

    /// <summary>The number of places at which the largest density is looked for at most.</summary>
    private const int MostPlaces = 1000;

    // What the logarithm of the evidence of N draws loses to rounding, relative to N ln N, moves the sums whatever the step is; where that counts, the posterior is so narrow that it moves nothing else.
    private const double Rounding = 1e-15;

    /// <summary>Gives it in nats.</summary>
    /// <exception cref="NumericalFailureException">Neither its largest density nor its sums are found within a bounded number of steps.</exception>
    public static double Nats(CountsOfCounts counts, Alphabet alphabet)
    {
        if (alphabet.IsOneSymbol) return 0;
        var posterior = new NsbPosterior(counts, alphabet);
        var noise = Rounding * counts.Total * Math.Log(counts.Total);
        var (centre, peak, step) = Peak(posterior, Math.Log(counts.Occupied), noise) ?? throw Failure("its posterior has no largest density", counts, alphabet);
        // Between these the density is 1 and the mean entropy t + Euler's constant, to the last digit.
        (double From, double To) flat = counts.Occupied == counts.Total ? ((2 * Math.Log(counts.Total)) - Cut, alphabet.LogSize + Cut) : (0, 0);
        if (flat.From < flat.To) centre = Math.Min(centre, flat.From);
        var allowed = SmallChange + noise;

        var (weight, sum) = Sums(posterior, centre, peak, step, flat);
        for (var halvings = 0; halvings < MostHalvings && weight > 0; halvings++)
        {
            var (between, sumBetween) = Sums(posterior, centre + (step / 2), peak, step, flat);
            var isSame = Math.Abs(between - weight) <= 2 * allowed * weight && Math.Abs(sumBetween - sum) <= 2 * allowed * sum;
            (weight, sum, step) = (weight + between, sum + sumBetween, step / 2);
            if (isSame) return sum / weight;
        }

        throw Failure("the sums over its posterior do not settle", counts, alphabet);
    }

    private static NumericalFailureException Failure(string what, CountsOfCounts counts, Alphabet alphabet) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"the entropy of {counts.Total} draws of {counts.Occupied} symbols out of exp({alphabet.LogSize:G6}) cannot be found by nsb: {what}; use another correction."));

    /// <summary>Sums the density, and the mean entropy weighted by it, over start + k step for all whole k; NaN where they do not end.</summary>
    private static (double Weight, double Sum) Sums(NsbPosterior posterior, double start, double peak, double step, (double From, double To) flat)
    {
        var (weights, sum) = (0.0, 0.0);

        bool Add(double t)
        {
            var height = posterior.LogDensity(t) - peak;
            if (!(height > Cut)) return false;
            var weight = Math.Exp(height);
            weights += weight;
            sum += weight * posterior.MeanEntropy(t);
            return true;
        }

        for (long node = 1; node <= MostNodes && Add(start - (node * step)); node++)
        {
        }

        var added = 0;
        for (long node = 0; added < MostNodes; node++, added++)
        {
            var t = start + (node * step);
            if (t > flat.From && t < flat.To)
            {
                var last = (long)((flat.To - start) / step);
                var weight = (last - node + 1) * Math.Exp(-peak);
                weights += weight;
                sum += weight * (((t + start + (last * step)) / 2) + GammaFunctions.EulerConstant);
                node = last;
            }
            else if (!Add(t))
            {
                return (weights, sum);
            }
        }

        return (double.NaN, double.NaN);
    }

    /// <summary>Finds the largest density, and a step of at most 1/2 within which its logarithm bends by less than 1, or not by more than it rounds; null where there is none.</summary>
    private static (double Centre, double Peak, double Step)? Peak(NsbPosterior posterior, double start, double noise)
    {
        var (centre, peak, reach) = (start, posterior.LogDensity(start), 1.0);
        for (var places = 0; places < MostPlaces; places++)
        {
            var (left, right) = (posterior.LogDensity(centre - reach), posterior.LogDensity(centre + reach));
            if (left > peak || right > peak)
            {
                (centre, peak) = left > right ? (centre - reach, left) : (centre + reach, right);
                reach *= 2;
            }
            else if (reach <= 0.5 && (2 * peak) - left - right < 1 + noise)
            {
                return (centre, peak, reach);
            }
            else
            {
                reach /= 2;
            }
        }

        return null;
    }
}
