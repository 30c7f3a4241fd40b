namespace Infoscope.Compute;

/// <summary>Exact scaling that keeps squares in the range of a double.</summary>
internal static class PowerOfTwo
{
    /// <summary>Gives e such that 2^-e is a double, and 2^-e times a finite magnitude is at most 2 and, unless it is 0, at least 2^-52.</summary>
    public static int ExponentOf(double magnitude) => Math.Clamp(Math.ILogB(magnitude), -1022, 1023);
}
