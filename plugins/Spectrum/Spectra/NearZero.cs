namespace Infoscope.Plugins.Spectrum.Spectra;

/// <summary>Exponential and logarithm near where they vanish, without cancellation, by Kahan's quotients; those of the framework subtract one.</summary>
internal static class NearZero
{
    /// <summary>Gives ln(1 + x).</summary>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : double.IsPositiveInfinity(sum) ? sum : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>Gives e^x - 1.</summary>
    public static double ExpMinusOne(double x)
    {
        var power = Math.Exp(x);
        if (power == 1) return x;
        return power is 0 || double.IsPositiveInfinity(power) ? power - 1 : (power - 1) * (x / Math.Log(power));
    }
}
