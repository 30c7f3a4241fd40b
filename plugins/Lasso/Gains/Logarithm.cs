namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>The logarithm near 1.</summary>
internal static class Logarithm
{
    /// <summary>Gives ln(1 + x) to a few units of its last place.</summary>
    public static double OfOnePlus(double x)
    {
        // Rounding 1 + x errs; multiplying by x over the rounded increment makes up for it to first order. The framework's LogP1 is ln(x + 1) as it stands.
        var sum = 1 + x;
        return sum == 1 ? x : double.IsPositiveInfinity(sum) ? sum : Math.Log(sum) * (x / (sum - 1));
    }
}
