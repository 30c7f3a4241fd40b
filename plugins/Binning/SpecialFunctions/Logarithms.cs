namespace Infoscope.Plugins.Binning.SpecialFunctions;

/// <summary>Logarithms near 1 and exponentials near 0, to the last digits.</summary>
/// <remarks>Those of the runtime add 1 first. Reference: Higham, "Accuracy and Stability of Numerical Algorithms" (2002), section 1.14.1 and problem 1.5.</remarks>
internal static class Logarithms
{
    /// <summary>Gives ln(1 + x) for x of at least -1.</summary>
    public static double OfOnePlus(double x)
    {
        var sum = 1 + x;
        if (sum == 1) return x;
        // What 1 + x lost in its last digit scales both the logarithm and the distance from 1.
        return sum is 0 or double.PositiveInfinity ? Math.Log(sum) : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>Gives exp(x) - 1.</summary>
    public static double ExponentialLessOne(double x)
    {
        var power = Math.Exp(x);
        if (power == 1) return x;
        var difference = power - 1;
        return difference == -1 || double.IsInfinity(power) ? difference : difference * (x / Math.Log(power));
    }
}
