using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Studies;

/// <summary>A power law y = e^intercept x^slope: ordinary least squares of ln y on ln x, every point with the same weight.</summary>
public sealed record LogLogFit
{
    /// <summary>The smallest number of points, and of different x.</summary>
    public const int FewestPoints = 3;

    // Two slopes that differ by the rounding of sums alone are one.
    private const double Rounding = 1e-12;

    private const double Confidence = 0.95;

    private LogLogFit()
    {
    }

    /// <summary>Gets the number of points m.</summary>
    public int Points { get; private init; }

    /// <summary>Gets the exponent.</summary>
    public double Slope { get; private init; }

    /// <summary>Gets ln y at x = 1.</summary>
    public double Intercept { get; private init; }

    /// <summary>Gets the share of the variance of ln y that the law explains; null when all y are equal.</summary>
    public double? RSquared { get; private init; }

    /// <summary>Gets the sum of squared residuals of ln y.</summary>
    public double ResidualSumOfSquares { get; private init; }

    /// <summary>Gets the standard error of the slope, sqrt(RSS/(m-2)/Sxx).</summary>
    public double StandardError { get; private init; }

    /// <summary>Gets the lower end of the 95 % interval of the slope, by Student's t with m-2 degrees of freedom.</summary>
    public double Low { get; private init; }

    /// <summary>Gets the upper end of that interval.</summary>
    public double High { get; private init; }

    /// <summary>Fits the law.</summary>
    /// <param name="x">Positive numbers, at least three of them different.</param>
    /// <param name="y">Positive numbers, as many.</param>
    /// <exception cref="ArgumentException">A number is not positive and finite, fewer than three x differ, or there are not as many y as x.</exception>
    public static LogLogFit Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        CheckPoints(x, y);
        if (x.Distinct().Count() < FewestPoints) throw new ArgumentException($"{x.Distinct().Count()} x differ; at least {FewestPoints} are needed.", nameof(x));

        double[] logX = [.. x.Select(one => Math.Log(one))], logY = [.. y.Select(one => Math.Log(one))];
        var (meanX, meanY) = (logX.Average(), logY.Average());
        double squaresX = 0, squaresY = 0, products = 0;
        for (var i = 0; i < logX.Length; i++)
        {
            squaresX += (logX[i] - meanX) * (logX[i] - meanX);
            squaresY += (logY[i] - meanY) * (logY[i] - meanY);
            products += (logX[i] - meanX) * (logY[i] - meanY);
        }

        var slope = products / squaresX;
        var residual = logX.Zip(logY, (at, of) => of - meanY - (slope * (at - meanX))).Sum(left => left * left);
        var error = Math.Sqrt(residual / (logX.Length - 2) / squaresX);
        var reach = StudentT.Quantile((1 + Confidence) / 2, logX.Length - 2) * error;
        return new LogLogFit
        {
            Points = logX.Length,
            Slope = slope,
            Intercept = meanY - (slope * meanX),
            RSquared = squaresY > 0 ? 1 - (residual / squaresY) : null,
            ResidualSumOfSquares = residual,
            StandardError = error,
            Low = slope - reach,
            High = slope + reach,
        };
    }

    /// <summary>Checks that there are as many x as y, all of which have a logarithm.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    internal static void CheckPoints(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count) throw new ArgumentException($"there are {x.Count} x and {y.Count} y; give as many.", nameof(y));
        if (x.Concat(y).Any(number => !double.IsFinite(number) || number <= 0)) throw new ArgumentException("a number is not positive and finite; a power law has no others.", nameof(y));
    }

    /// <summary>Tells whether the slope differs from a number by more than its interval.</summary>
    public bool DiffersFrom(double slope)
    {
        var rounding = Rounding * Math.Max(1, Math.Abs(slope));
        return slope < Low - rounding || slope > High + rounding;
    }
}
