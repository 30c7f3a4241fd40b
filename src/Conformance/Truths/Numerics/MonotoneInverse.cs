namespace Infoscope.Conformance.Truths;

/// <summary>The inverse of an increasing function.</summary>
internal static class MonotoneInverse
{
    /// <summary>Gives the x in [low, high] where the function has a value, to the last bit that bisection can tell.</summary>
    public static double Of(Func<double, double> increasing, double value, double low, double high)
    {
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle == low || middle == high) return middle;
            if (increasing(middle) < value) low = middle;
            else high = middle;
        }
    }
}
