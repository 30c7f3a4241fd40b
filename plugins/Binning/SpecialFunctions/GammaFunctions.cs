namespace Infoscope.Plugins.Binning.SpecialFunctions;

/// <summary>The logarithm of the gamma function and its first two derivatives, for positive arguments.</summary>
/// <remarks>
/// The recurrence up to an argument of 10, then Stirling's series, whose first term left out is below 1e-17 there; Abramowitz and Stegun 6.1.15, 6.1.40, 6.3.5, 6.3.18, 6.4.6 and 6.4.12.
/// Errors are below 1e-14 of the value, or of 1 where that is larger.
/// </remarks>
internal static class GammaFunctions
{
    /// <summary>Euler's constant, -psi(1).</summary>
    public const double EulerConstant = 0.57721566490153286061;

    /// <summary>From here on the series is used as it is.</summary>
    private const double LargeEnough = 10;

    // Below this ratio n/x two terms of the sum of ln(1 + j/x) miss less than 1e-18 n.
    private const double SmallRatio = 1e-6;

    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>Gives ln Gamma(x).</summary>
    public static double Log(double x)
    {
        var product = 1.0;
        for (; x < LargeEnough; x++) product *= x;
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + StirlingRemainder(x) - Math.Log(product);
    }

    /// <summary>Gives psi(x), the derivative of ln Gamma(x).</summary>
    public static double Digamma(double x)
    {
        var shift = 0.0;
        for (; x < LargeEnough; x++) shift += 1 / x;
        var y = 1 / (x * x);
        var series = y * ((1.0 / 12) - (y * ((1.0 / 120) - (y * ((1.0 / 252) - (y * ((1.0 / 240) - (y * ((1.0 / 132) - (y * ((691.0 / 32760) - (y * ((1.0 / 12) - (y * (3617.0 / 8160)))))))))))))));
        return Math.Log(x) - (0.5 / x) - series - shift;
    }

    /// <summary>Gives psi_1(x), the derivative of psi(x).</summary>
    public static double Trigamma(double x)
    {
        var shift = 0.0;
        for (; x < LargeEnough; x++) shift += 1 / (x * x);
        return shift + ((1 + (0.5 / x) + BernoulliSeries(x)) / x);
    }

    /// <summary>Gives 1 - x psi_1(x + 1), which falls from 1 at 0 like 1/2x.</summary>
    public static double TrigammaDeficit(double x) =>
        x < LargeEnough ? 1 - (x * Trigamma(x + 1)) : (0.5 / x) - BernoulliSeries(x);

    /// <summary>Gives ln Gamma(x + n) - ln Gamma(x + 1), the sum of ln(x + j) for j = 1 .. n - 1, less (n - 1) ln x.</summary>
    /// <param name="x">At least 10; may be infinite.</param>
    /// <param name="n">At least 1.</param>
    /// <remarks>Wrong by less than 1e-15 n (1 + ln(1 + n/x)), however large x is: nothing of the size of x ln x is subtracted.</remarks>
    public static double LogRisingRatio(double x, double n)
    {
        if (n / x < SmallRatio) return (n - 1) * (n / x) * (0.5 - (((2 * n) - 1) / x / 12));
        return ((x + n - 0.5) * Logarithms.OfOnePlus(n / x)) - n + StirlingRemainder(x + n) - StirlingRemainder(x);
    }

    // The sum of B_2k/(2k (2k-1) x^(2k-1)).
    private static double StirlingRemainder(double x)
    {
        var y = 1 / (x * x);
        return ((1.0 / 12) - (y * ((1.0 / 360) - (y * ((1.0 / 1260) - (y * ((1.0 / 1680) - (y * ((1.0 / 1188) - (y * ((691.0 / 360360) - (y * ((1.0 / 156) - (y * (3617.0 / 122400))))))))))))))) / x;
    }

    // The sum of B_2k/x^2k.
    private static double BernoulliSeries(double x)
    {
        var y = 1 / (x * x);
        return y * ((1.0 / 6) - (y * ((1.0 / 30) - (y * ((1.0 / 42) - (y * ((1.0 / 30) - (y * ((5.0 / 66) - (y * ((691.0 / 2730) - (y * ((7.0 / 6) - (y * (3617.0 / 510)))))))))))))));
    }
}
