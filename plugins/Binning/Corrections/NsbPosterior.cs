using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.SpecialFunctions;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>The posterior of t = ln(K beta), beta being the concentration of a Dirichlet prior over K symbols, and the mean entropy under each.</summary>
/// <remarks>With a = K beta = e^t. K, a and 1/beta may each be too large for a number.</remarks>
internal readonly struct NsbPosterior(CountsOfCounts counts, Alphabet alphabet)
{
    // Where the sums over counts no longer subtract numbers of the size of x ln x.
    private const double LargeEnough = 10;

    private readonly double total = counts.Total;
    private readonly double repeats = counts.Total - counts.Occupied;

    /// <summary>Gives the logarithm of the density of t, up to a constant: the evidence Gamma(a)/Gamma(N + a) prod Gamma(n + beta)/Gamma(beta), and d(xi)/dt.</summary>
    /// <remarks>Each factor Gamma(n + beta)/Gamma(beta) is beta Gamma(n + beta)/Gamma(1 + beta), and the powers of K are the constant.</remarks>
    public double LogDensity(double t)
    {
        var (a, beta) = (Math.Exp(t), Math.Exp(t - alphabet.LogSize));
        var evidence = a < LargeEnough
            ? GammaFunctions.Log(1 + a) - GammaFunctions.Log(total + a) + ((counts.Occupied - 1) * t)
            : -GammaFunctions.LogRisingRatio(a, total) - (repeats * t);
        if (beta < LargeEnough)
        {
            var one = GammaFunctions.Log(1 + beta);
            foreach (var (count, symbols) in counts.Entries)
            {
                if (count > 1) evidence += symbols * (GammaFunctions.Log(count + beta) - one);
            }
        }
        else
        {
            evidence += repeats * (t - alphabet.LogSize);
            foreach (var (count, symbols) in counts.Entries)
            {
                if (count > 1) evidence += symbols * GammaFunctions.LogRisingRatio(beta, count);
            }
        }

        return evidence + Math.Log(Prior(a, beta));
    }

    /// <summary>Gives the posterior mean of the entropy where t is known: psi(N + a + 1) - sum over all K symbols of (n + beta)/(N + a) psi(n + beta + 1).</summary>
    /// <remarks>Reference: Wolpert and Wolf, "Estimating functions of probability distributions from a finite set of samples" (1995).</remarks>
    public double MeanEntropy(double t)
    {
        var (a, beta, inverse) = (Math.Exp(t), Math.Exp(t - alphabet.LogSize), Math.Exp(-t));
        // All weights are divided by a, which may be infinite, while 1/a is a number.
        var (weight, uniform) = (1 / (1 + (total * inverse)), alphabet.InverseSize);
        var whole = double.IsInfinity(a) ? t : GammaFunctions.Digamma(total + a + 1);
        var sum = alphabet.EmptyShare * (whole - GammaFunctions.Digamma(1 + beta));
        foreach (var (count, symbols) in counts.Entries) sum += symbols * (((count * inverse) + uniform) * (whole - GammaFunctions.Digamma(count + beta + 1)));
        return weight * sum;
    }

    /// <summary>Gives d(xi)/dt = a psi_1(a + 1) - beta psi_1(beta + 1), xi = psi(a + 1) - psi(beta + 1) being the mean entropy under the prior.</summary>
    private static double Prior(double a, double beta) =>
        a < LargeEnough
            ? (a * GammaFunctions.Trigamma(a + 1)) - (beta * GammaFunctions.Trigamma(beta + 1))
            : GammaFunctions.TrigammaDeficit(beta) - GammaFunctions.TrigammaDeficit(a);
}
