namespace Infoscope.Engine.Calibration;

/// <summary>The block jackknife over folds.</summary>
internal static class Jackknife
{
    /// <summary>Gives the standard error from the values with one fold left out each; null for fewer than 2 or one that is not finite.</summary>
    /// <param name="value">The value from all folds.</param>
    /// <param name="leftOut">The value without each fold.</param>
    /// <param name="shares">The share of the rows that each fold holds, 0 for a fold without one; empty when all hold as many.</param>
    /// <remarks>
    /// With equal folds SE^2 = (g-1)/g sum_i (theta_i - mean theta)^2 over g folds; Efron and Stein (1981), with folds in the place of rows. A value with a bias of 1/rows has
    /// more of it without a large fold than without a small one, which is no error of the value. With shares s_i and u_i = (1/s_i - 1)(theta - theta_i), in which that bias is the
    /// same for all, SE^2 = 1/g sum_i s_i/(1-s_i) (u_i - sum_j s_j u_j)^2; Busing, Meijer and van der Leeden, "Delete-m jackknife for unequal m" (1999).
    /// </remarks>
    public static double? StandardError(double value, double[] leftOut, double[] shares)
    {
        if (leftOut.Length < 2 || !double.IsFinite(value) || !leftOut.All(double.IsFinite)) return null;
        if (shares.Length == 0) shares = [.. Enumerable.Repeat(1.0 / leftOut.Length, leftOut.Length)];
        var folds = leftOut.Zip(shares, (without, share) => (Share: share, Moved: share > 0 ? (1 / share - 1) * (value - without) : 0)).Where(fold => fold.Share > 0).ToArray();
        if (folds.Length < 2) return null;
        var middle = folds.Sum(fold => fold.Share * fold.Moved);
        return Math.Sqrt(folds.Sum(fold => fold.Share / (1 - fold.Share) * (fold.Moved - middle) * (fold.Moved - middle)) / folds.Length);
    }
}
