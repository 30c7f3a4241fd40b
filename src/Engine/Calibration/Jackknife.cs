using Infoscope.Engine.Feeding;

namespace Infoscope.Engine.Calibration;

/// <summary>The block jackknife over folds.</summary>
internal sealed class Jackknife(EstimatorRun run)
{
    private readonly Dictionary<EstimateKey, double>[] leftOut = [.. run.LeftOut.Select(set => set is null ? [] : EstimateKey.Index(set))];

    /// <summary>Gives the standard error of an estimate from its values with one fold left out each; null when a value is missing.</summary>
    /// <remarks>SE^2 = (g-1)/g sum_i (theta_i - mean theta)^2 over g folds; Efron and Stein (1981), with folds in the place of rows.</remarks>
    public double? StandardError(Estimate estimate)
    {
        if (leftOut.Length < 2) return null;
        var key = EstimateKey.Of(estimate);
        var values = new double[leftOut.Length];
        for (var fold = 0; fold < values.Length; fold++)
        {
            if (!leftOut[fold].TryGetValue(key, out values[fold])) return null;
        }

        var mean = values.Average();
        return Math.Sqrt((values.Length - 1.0) / values.Length * values.Sum(value => (value - mean) * (value - mean)));
    }
}
