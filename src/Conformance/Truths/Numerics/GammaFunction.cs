namespace Infoscope.Conformance.Truths;

/// <summary>The logarithm of the gamma function and its derivative, for positive arguments.</summary>
/// <remarks>The recurrence up to an argument of 10, then Stirling's series; Abramowitz and Stegun 6.1.15, 6.1.40, 6.3.5 and 6.3.18.</remarks>
internal static class GammaFunction
{
    private const double LargeEnough = 10;

    // Bernoulli numbers B_2, B_4, ...
    private static readonly double[] Bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510];

    /// <summary>Gives ln Gamma(x).</summary>
    public static double Log(double x)
    {
        var shift = 0.0;
        for (; x < LargeEnough; x++) shift += Math.Log(x);
        var sum = ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI));
        for (var k = 1; k <= Bernoulli.Length; k++) sum += Bernoulli[k - 1] / (2.0 * k * ((2 * k) - 1)) * Math.Pow(x, 1 - (2 * k));
        return sum - shift;
    }

    /// <summary>Gives psi(x), the derivative of ln Gamma(x).</summary>
    public static double Digamma(double x)
    {
        var shift = 0.0;
        for (; x < LargeEnough; x++) shift += 1 / x;
        var sum = Math.Log(x) - (1 / (2 * x));
        for (var k = 1; k <= Bernoulli.Length; k++) sum -= Bernoulli[k - 1] / (2.0 * k) * Math.Pow(x, -2 * k);
        return sum - shift;
    }
}
