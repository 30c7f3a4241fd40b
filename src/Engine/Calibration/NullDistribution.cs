using System.Collections.Concurrent;

namespace Infoscope.Engine.Calibration;

/// <summary>The values of one quantity under permuted labels.</summary>
internal sealed class NullDistribution
{
    // Values that differ by rounding alone are ties: labels that tell every row apart have the same information however they are permuted.
    // Relative to the value, and to the scale of which it may be a difference.
    private const double RelativeTie = 1e-12;

    // By the number of permutations, which is the same for every estimate of a run; finding a quantile takes milliseconds.
    private static readonly ConcurrentDictionary<int, double> SpreadsToBound = new();

    private readonly double[] values;
    private readonly double scale;

    /// <summary>Takes the values under at least one permutation.</summary>
    /// <param name="values">The values, NaN where there is none.</param>
    /// <param name="scale">The size of the numbers that the values are computed from; 0 where it is not known.</param>
    public NullDistribution(double[] values, double scale)
    {
        this.values = values;
        this.scale = scale;
        Unusable = values.Count(value => !double.IsFinite(value));
        if (Unusable > 0) return;
        var mean = values.Average();
        Mean = mean;
        StandardDeviation = values.Length < 2 ? null : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    /// <summary>Gets the number of permutations.</summary>
    public int Count => values.Length;

    /// <summary>Gets the number of values that are not finite; with any there is no distribution.</summary>
    public int Unusable { get; }

    /// <summary>Gets the mean; null when a value is not finite.</summary>
    public double? Mean { get; }

    /// <summary>Gets the standard deviation with n-1; null for a single value, or when one is not finite.</summary>
    public double? StandardDeviation { get; }

    /// <summary>Gives (1 + number of values at least as large) / (n + 1), the exact one-sided p of a permutation test.</summary>
    public double? PValue(double value) => Unusable > 0 ? null : (1.0 + values.Count(other => other >= value - Tie(value))) / (values.Length + 1);

    /// <summary>Tells whether a value lies above what one more permutation would reach once in a hundred times; null for fewer than 2 values.</summary>
    /// <param name="value">The value.</param>
    /// <param name="floor">The smallest value that is possible; null when none is known.</param>
    /// <remarks>
    /// With t = t(0.99, n-1) sqrt(1 + 1/n) the bound for one more normal value is mean + t sd. What cannot fall below a floor is skewed, like a sum of squares: it is taken for
    /// gamma distributed above the floor, whose cube root is nearly normal (Wilson and Hilferty, 1931). With c = (sd/(3 (mean - floor)))^2 the bound is then
    /// floor + (mean - floor) (1 - c + t sqrt(c))^3, which is mean + t sd where the spread is small beside the mean. It is never below mean + t sd, and c at most t^2/4.
    /// </remarks>
    public bool? IsExceededBy(double value, double? floor)
    {
        if (StandardDeviation is not { } sd || Mean is not { } mean) return null;
        var t = SpreadsToBound.GetOrAdd(values.Length, n => StudentT.Quantile(0.99, n - 1) * Math.Sqrt(1 + (1.0 / n)));
        var bound = mean + (t * sd);
        if (floor is { } low && mean > low)
        {
            // Beyond t/2 the bound of the cube root falls again: the spread says no more of the shape then.
            var root = Math.Min(sd / (3 * (mean - low)), t / 2);
            bound = Math.Max(bound, low + ((mean - low) * Math.Pow(1 - (root * root) + (t * root), 3)));
        }

        return value - Tie(value) > bound;
    }

    private double Tie(double value) => RelativeTie * Math.Max(scale, Math.Max(Math.Abs(value), Math.Abs(Mean ?? 0)));
}
