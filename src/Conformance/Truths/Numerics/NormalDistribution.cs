namespace Infoscope.Conformance.Truths;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>Gets its differential entropy, (1/2) ln(2 pi e) nats.</summary>
    public static double EntropyNats { get; } = 0.5 * (Math.Log(2 * Math.PI) + 1);

    /// <summary>Gives the logarithm of its density.</summary>
    public static double LogDensity(double x) => -0.5 * ((x * x) + Math.Log(2 * Math.PI));

    /// <summary>Gives the logarithm of the density of mean and standard deviation given.</summary>
    public static double LogDensity(double x, double mean, double standardDeviation) => LogDensity((x - mean) / standardDeviation) - Math.Log(standardDeviation);

    /// <summary>Gives the probability below x, with a relative error of about 1e-14 in both tails.</summary>
    public static double Cumulative(double x)
    {
        if (x > 0) return 1 - Cumulative(-x);
        return x > -3 ? 0.5 - SeriesFromZero(-x) : UpperTail(-x);
    }

    /// <summary>Gives the x below which a probability lies, by bisection.</summary>
    public static double Quantile(double probability) =>
        probability > 0.5 ? -Quantile(1 - probability) : MonotoneInverse.Of(Cumulative, probability, -39, 0.5);

    // The integral of the density from 0 to x: x phi(x) (1 + x^2/3 + x^4/(3*5) + ...); Abramowitz and Stegun 26.2.11.
    private static double SeriesFromZero(double x)
    {
        double term = x, sum = x;
        for (var odd = 3; term > sum * 1e-18; odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return Math.Exp(LogDensity(x)) * sum;
    }

    // phi(x) / (x + 1/(x + 2/(x + 3/(x + ...)))); Abramowitz and Stegun 26.2.14.
    private static double UpperTail(double x)
    {
        var denominator = x;
        for (var k = 60; k >= 1; k--) denominator = x + (k / denominator);
        return Math.Exp(LogDensity(x)) / denominator;
    }
}
