namespace Infoscope.Plugins.SoftEntropy.Temperatures;

/// <summary>The Kullback-Leibler divergence of a von Mises-Fisher distribution from the uniform one on the sphere of d dimensions, in nats.</summary>
/// <remarks>
/// With concentration kappa and nu = d/2 - 1: KL = kappa A(kappa) - ln Z(kappa), A = I_{nu+1}/I_nu, ln Z = ln 0F1(; d/2; kappa^2/4).
/// It grows strictly with kappa, like kappa^2/(2d) at first and like (d-1)/2 ln kappa at last.
/// </remarks>
internal static class VonMisesFisher
{
    // The terms of the series are scaled down by this power of two whenever they outgrow it.
    private const int RescaleExponent = 500;

    /// <summary>Gives the divergence. Cost: O(kappa) for a kappa below 2 d^2, O(1) above.</summary>
    public static double Divergence(double kappa, int dimensions) =>
        kappa > Math.Max(50, 2.0 * dimensions * dimensions) ? ByAsymptoticExpansion(kappa, dimensions) : BySeries(kappa, dimensions);

    /// <summary>Gives the lower bound of the divergence that follows from Amos-type bounds of the Bessel ratio; d at least 3.</summary>
    /// <remarks>
    /// With a = d/2 and R(c) = sqrt(kappa^2 + c^2) the published bound is R(a) - a - R(nu) + nu - nu ln(2 nu/(nu + R(nu))). It is rearranged here so that
    /// nothing cancels: R(c) - c = kappa^2/(R(c) + c).
    /// </remarks>
    public static double DivergenceLowerBound(double kappa, int dimensions)
    {
        var a = dimensions / 2.0;
        var nu = a - 1;
        var rootA = double.Hypot(kappa, a);
        var rootNu = double.Hypot(kappa, nu);
        var excessA = kappa / (rootA + a) * kappa;
        var excessNu = kappa / (rootNu + nu) * kappa;
        return nu * LogOnePlus(excessNu / (2 * nu)) - (excessA + excessNu) / (rootA + rootNu);
    }

    // The terms t_k = x^k / (k! (a)_k) of 0F1(; a; x) are positive, and with E the mean of k under weights t_k, kappa A = 2 E.
    private static double BySeries(double kappa, int dimensions)
    {
        var a = dimensions / 2.0;
        var x = kappa * kappa / 4;
        double term = 1, sum = 1, weighted = 0;
        var rescalings = 0;
        for (var k = 1; ; k++)
        {
            var ratio = x / (k * (a + k - 1));
            term *= ratio;
            sum += term;
            weighted += k * term;
            // Past the largest term the rest is below a geometric series.
            if (ratio < 1 && k * term <= weighted * 1e-18 * (1 - ratio)) break;
            if (sum < Math.ScaleB(1, RescaleExponent)) continue;
            term = Math.ScaleB(term, -RescaleExponent);
            sum = Math.ScaleB(sum, -RescaleExponent);
            weighted = Math.ScaleB(weighted, -RescaleExponent);
            rescalings++;
        }

        return 2 * weighted / sum - Math.Log(sum) - rescalings * RescaleExponent * Math.Log(2);
    }

    // Hankel's expansion of I_nu(kappa) sqrt(2 pi kappa) e^-kappa = S. The leading kappa of both parts of KL cancels on paper, not in floating point.
    private static double ByAsymptoticExpansion(double kappa, int dimensions)
    {
        var nu = dimensions / 2.0 - 1;
        var first = ScaledRemainder(nu, kappa);
        var second = ScaledRemainder(nu + 1, kappa);
        var s = 1 + first / kappa;
        var logZ = nu * Math.Log(2 / kappa) + LogGammaOfHalf(dimensions) - 0.5 * Math.Log(2 * Math.PI * kappa) + Math.Log(s);
        return (second - first) / s - logZ;
    }

    /// <summary>Gives kappa (S - 1).</summary>
    private static double ScaledRemainder(double nu, double kappa)
    {
        var mu = 4 * nu * nu;
        double term = kappa, sum = 0;
        for (var j = 1; j < 100; j++)
        {
            var odd = 2.0 * j - 1;
            term *= -(mu - odd * odd) / (8 * kappa * j);
            sum += term;
            if (Math.Abs(term) <= 1e-18 * Math.Abs(sum)) break;
        }

        return sum;
    }

    // double.LogP1 adds 1 before it takes the logarithm; this keeps a small x.
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>Gives ln Gamma(d/2) by the recurrence from Gamma(1) or Gamma(1/2).</summary>
    private static double LogGammaOfHalf(int dimensions)
    {
        var sum = dimensions % 2 == 0 ? 0 : 0.5 * Math.Log(Math.PI);
        for (var argument = dimensions % 2 == 0 ? 1.0 : 0.5; argument < dimensions / 2.0; argument++) sum += Math.Log(argument);
        return sum;
    }
}
