using Infoscope.Engine.Calibration;

namespace Infoscope.Conformance;

/// <summary>The same comparison over many data sets, and whether its mean breaks the law beyond what chance does.</summary>
internal sealed class Series(Deviation first, Configuration configuration, double tolerance)
{
    // Of shares of 19 permutations, fewer than this many data sets may all have the same by chance.
    private const int FewestWithoutSpread = 10;

    private readonly List<double> amounts = [];

    /// <summary>Gets the quantity that it is about.</summary>
    public string Quantity => first.Quantity;

    /// <summary>Adds the comparison of one data set.</summary>
    public void Add(double amount) => amounts.Add(amount);

    /// <summary>Says how the mean breaks the law; null when it does not.</summary>
    /// <param name="level">The probability that a law that holds is said to be broken.</param>
    public string? Falsified(double level)
    {
        var n = amounts.Count;
        var under = configuration.Text.Length == 0 ? "" : $" under {configuration.Text}";
        if (amounts.Exists(amount => !double.IsFinite(amount))) return $"{first.Quantity}: {first.LeftName} less {first.RightName} is not finite in one of {n} data sets{under}";
        if (n < 2) return null;
        var mean = amounts.Average();
        var excess = first.IsEquation ? Math.Abs(mean) : mean;
        if (excess <= tolerance * first.Size) return null;
        var deviations = amounts.Select(amount => amount - mean).ToArray();
        var variance = deviations.Sum(one => one * one) / (n - 1);
        var error = Math.Sqrt(variance / n);
        if (n < FewestWithoutSpread && error <= tolerance * first.Size) return null;
        var t = StudentT.Quantile(1 - (first.IsEquation ? level / 2 : level), n - 1);
        var seen = Skewed(mean, variance, deviations.Sum(one => one * one * one) / n) / error;
        if ((first.IsEquation ? Math.Abs(seen) : seen) <= t) return null;
        return FormattableString.Invariant($"{first.Quantity}: {first.LeftName} {(first.IsEquation ? "differs from" : "exceeds")} {first.RightName} by {mean:G4} on average over {n} data sets{under}, with a standard error of {error:G3}; chance explains {t:0.0} of them at the level {level:G3}");
    }

    // The mean with the terms that take the skewness out of t: Johnson, Modified t tests and confidence intervals for asymmetrical populations, 1978, equation 2.6.
    private double Skewed(double mean, double variance, double third) =>
        variance == 0 ? mean : mean + (third / (6 * variance * amounts.Count)) + (third * mean * mean / (3 * variance * variance));
}
