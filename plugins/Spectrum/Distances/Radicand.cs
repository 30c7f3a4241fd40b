using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>What a root is taken of: a difference of two numbers that cannot be below zero but for rounding.</summary>
/// <param name="Plus">What is subtracted from; a sum of terms of one sign.</param>
/// <param name="Minus">What is subtracted.</param>
/// <param name="Terms">The number of terms behind either, each with a rounding of its own.</param>
internal readonly record struct Radicand(double Plus, double Minus, int Terms)
{
    /// <summary>Gets the difference as it is.</summary>
    public double Difference => Plus - Minus;

    /// <summary>Gets what rounding may make of a difference of zero.</summary>
    public double Rounding => Terms * Eigenvalues.Epsilon * Plus;

    /// <summary>Gets the root; 0 where the difference cannot be told from 0 or is below: the root of a rounding of 1e-16 would be 1e-8.</summary>
    public double Root => Difference <= Rounding ? 0 : Math.Sqrt(Difference);
}
