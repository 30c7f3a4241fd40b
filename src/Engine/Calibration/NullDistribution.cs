using System.Collections.Concurrent;

namespace Infoscope.Engine.Calibration;

/// <summary>The values of one quantity under permuted labels.</summary>
internal sealed record NullDistribution
{
    // Values that differ by rounding alone are ties: labels that tell every row apart have the same information however they are permuted.
    private const double RelativeTie = 1e-12;

    // By the number of permutations, which is the same for every estimate of a run; finding a quantile takes milliseconds.
    private static readonly ConcurrentDictionary<int, double> SpreadsToBound = new();

    private readonly double[] values;

    private NullDistribution(double[] values)
    {
        this.values = values;
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

    /// <summary>Gets the standard deviation with n-1; null for a single value.</summary>
    public double? StandardDeviation { get; }

    /// <summary>Gathers the values of each estimate under the permutations of its label set.</summary>
    /// <returns>The distributions by the key of the estimate under the labels as they are.</returns>
    public static Dictionary<EstimateKey, NullDistribution> Gather(EstimateSet set, IEnumerable<LabelSetInfo> labelSets)
    {
        var realOfNull = labelSets.Where(info => info.IsNull).ToDictionary(info => info.Name, info => info.NullOf!);
        return set.Estimates
            .Where(estimate => realOfNull.ContainsKey(estimate.LabelSet))
            .GroupBy(estimate => EstimateKey.Of(estimate) with { LabelSet = realOfNull[estimate.LabelSet] }, estimate => estimate.Value.Number)
            .ToDictionary(group => group.Key, group => new NullDistribution([.. group]));
    }

    /// <summary>Gives (1 + number of values at least as large) / (n + 1), the exact one-sided p of a permutation test.</summary>
    public double? PValue(double value) => Unusable > 0 ? null : (1.0 + values.Count(other => other >= value - Tie(value))) / (values.Length + 1);

    /// <summary>Tells whether a value lies above what one more permutation would reach once in a hundred times.</summary>
    /// <remarks>The bound is mean + t(0.99, n-1) sd sqrt(1 + 1/n), the prediction bound for one more normal value; null for fewer than 2 values.</remarks>
    public bool? IsExceededBy(double value)
    {
        if (StandardDeviation is not { } sd) return null;
        var spreads = SpreadsToBound.GetOrAdd(values.Length, n => StudentT.Quantile(0.99, n - 1) * Math.Sqrt(1 + (1.0 / n)));
        return value - Tie(value) > Mean + (spreads * sd);
    }

    private double Tie(double value) => RelativeTie * Math.Max(Math.Abs(value), Math.Abs(Mean ?? 0));
}
