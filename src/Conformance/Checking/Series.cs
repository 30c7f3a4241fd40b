using Infoscope.Engine.Calibration;

namespace Infoscope.Conformance;

/// <summary>The same comparison over many data sets, and whether its mean breaks the law beyond what chance does.</summary>
internal sealed class Series(Deviation first)
{
    private readonly List<double> amounts = [];

    /// <summary>Adds the comparison of one data set.</summary>
    public void Add(double amount) => amounts.Add(amount);

    /// <summary>Says how the mean breaks the law; null when it does not.</summary>
    /// <param name="level">The probability that a law that holds is said to be broken.</param>
    public string? Falsified(double level)
    {
        var n = amounts.Count;
        if (amounts.Exists(amount => !double.IsFinite(amount))) return $"{first.Quantity}: {first.LeftName} less {first.RightName} is not finite in one of {n} data sets";
        if (n < 2) return null;
        var mean = amounts.Average();
        var error = Math.Sqrt(amounts.Sum(amount => (amount - mean) * (amount - mean)) / (n - 1.0) / n);
        var t = StudentT.Quantile(1 - (first.IsEquation ? level / 2 : level), n - 1);
        var excess = first.IsEquation ? Math.Abs(mean) : mean;
        if (excess <= (t * error) + (1e-12 * first.Size)) return null;
        return FormattableString.Invariant($"{first.Quantity}: {first.LeftName} {(first.IsEquation ? "differs from" : "exceeds")} {first.RightName} by {mean:G4} on average over {n} data sets, with a standard error of {error:G3}; chance explains {t:0.0} of them at the level {level:G3}");
    }
}
