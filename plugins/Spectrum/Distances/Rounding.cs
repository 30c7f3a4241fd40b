using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>Differences of numbers that cannot be below zero but for rounding.</summary>
internal static class Rounding
{
    /// <summary>Gives the difference, or 0 where it cannot be told from 0 or is below: a root would make 1e-8 of a rounding of 1e-16.</summary>
    /// <param name="plus">What is subtracted from; a sum of terms of one sign.</param>
    /// <param name="minus">What is subtracted.</param>
    /// <param name="terms">The number of terms behind either, each with a rounding of its own.</param>
    public static double Difference(double plus, double minus, int terms) => plus - minus <= terms * Eigenvalues.Epsilon * Math.Abs(plus) ? 0 : plus - minus;
}
