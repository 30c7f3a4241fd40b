namespace Infoscope.Engine.Calibration;

/// <summary>The block jackknife over folds.</summary>
internal static class Jackknife
{
    /// <summary>Gives the standard error from the values with one fold left out each; null for fewer than 2 or one that is not finite.</summary>
    /// <remarks>SE^2 = (g-1)/g sum_i (theta_i - mean theta)^2 over g folds; Efron and Stein (1981), with folds in the place of rows.</remarks>
    public static double? StandardError(double[] leftOut)
    {
        if (leftOut.Length < 2 || !leftOut.All(double.IsFinite)) return null;
        var mean = leftOut.Average();
        return Math.Sqrt((leftOut.Length - 1.0) / leftOut.Length * leftOut.Sum(value => (value - mean) * (value - mean)));
    }
}
