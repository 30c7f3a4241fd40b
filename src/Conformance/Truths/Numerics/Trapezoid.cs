namespace Infoscope.Conformance.Truths;

/// <summary>The trapezoidal rule on the whole line, for analytic integrands that vanish at both ends.</summary>
/// <remarks>
/// For an integrand analytic in the strip |Im x| &lt; a the error is about exp(-2 pi a / step). Reference: Trefethen and Weideman,
/// "The exponentially convergent trapezoidal rule" (SIAM Review 2014), theorem 5.1.
/// </remarks>
internal static class Trapezoid
{
    /// <summary>Integrates over [-reach, reach], beyond which the integrand must be negligible.</summary>
    public static double OnLine(Func<double, double> integrand, double reach, double step)
    {
        var sum = integrand(0);
        for (var i = 1; i * step <= reach; i++) sum += integrand(i * step) + integrand(-i * step);
        return sum * step;
    }

    /// <summary>Gives the mean of a function of a standard normal variable; right for analytic functions that grow slower than exp(u^2/4).</summary>
    public static double MeanOverNormal(Func<double, double> function) =>
        OnLine(u => Math.Exp(NormalDistribution.LogDensity(u)) * function(u), reach: 14, step: 1.0 / 128);
}
