namespace Infoscope.Conformance.Benchmarking;

/// <summary>How often an interval of value +- 1.96 standard errors holds what it is about.</summary>
/// <remarks>
/// Of the truth the intervals are counted as they are. The mean of the same m values is nearer to each of them than the mean that they scatter around, so counting
/// it as it is would flatter. Each value v is therefore compared with the mean of the other m-1, which is independent of it. That distance is m/(m-1) |v - mean| and
/// has the variance s^2 (1 + 1/(m-1)) = s^2 m/(m-1), s being the standard deviation of a value, so the interval is widened by sqrt(m/(m-1)). Together the condition
/// is |v - mean| at most 1.96 error sqrt((m-1)/m): for normal values with errors that tell their spread it holds 95 times in 100, whatever m.
/// </remarks>
public static class Coverage
{
    /// <summary>The number of standard errors on either side: the 0.975 quantile of the normal distribution.</summary>
    public const double Width = 1.96;

    // An exact value with an exact truth differs from it by the rounding of its sums.
    private const double Rounding = 1e-12;

    /// <summary>Gives the share of intervals that hold the truth, whose own standard error widens them.</summary>
    /// <param name="estimates">Values with their standard errors.</param>
    /// <param name="truth">The true value.</param>
    /// <param name="truthError">The error of the true value.</param>
    /// <returns>The share of those that have a standard error; null when none has.</returns>
    public static double? OfTruth(IReadOnlyList<(double Value, double? StandardError)> estimates, double truth, double truthError) =>
        Share(estimates, (value, error) => Math.Abs(value - truth) <= (Width * double.Hypot(error, truthError)) + (Rounding * Math.Max(1, Math.Abs(truth))));

    /// <summary>Gives the share of intervals that hold the mean of the other values, widened for its spread.</summary>
    /// <param name="estimates">Values with their standard errors.</param>
    /// <returns>The share of those that have a standard error; null when none has, or below 2 values.</returns>
    public static double? OfMean(IReadOnlyList<(double Value, double? StandardError)> estimates)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        if (estimates.Count < 2) return null;
        var mean = estimates.Average(one => one.Value);
        var narrowing = Math.Sqrt((estimates.Count - 1.0) / estimates.Count);
        return Share(estimates, (value, error) => Math.Abs(value - mean) <= (Width * error * narrowing) + (Rounding * Math.Max(1, Math.Abs(mean))));
    }

    private static double? Share(IReadOnlyList<(double Value, double? StandardError)> estimates, Func<double, double, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        bool[] held = [.. estimates.Where(one => one.StandardError is { } error && double.IsFinite(error)).Select(one => holds(one.Value, one.StandardError!.Value))];
        return held.Length == 0 ? null : held.Count(one => one) / (double)held.Length;
    }
}
