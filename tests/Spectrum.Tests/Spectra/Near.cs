namespace Infoscope.Plugins.Spectrum.Tests.Spectra;

/// <summary>Compares numbers that are equal but for rounding.</summary>
internal static class Near
{
    /// <summary>Eigenvalues of up to some hundred rows are off by less than 1e-13 of the largest; sums of their logarithms by little more.</summary>
    public const double Rounding = 1e-12;

    /// <summary>Singular values are roots of eigenvalues: those of 1e-6 of the largest are off by 1e-10 of the largest.</summary>
    public const double RootRounding = 1e-10;

    public static void Equal(double expected, double actual, double tolerance = Rounding) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{actual:R} should be {expected:R}; off by {actual - expected:E2}");

    public static void AtMost(double limit, double value, double tolerance = Rounding) =>
        Assert.True(value <= limit + (tolerance * Math.Max(1, Math.Abs(limit))), $"{value:R} exceeds {limit:R} by {value - limit:E2}");
}
