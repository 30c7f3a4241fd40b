using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>Tells rows that can be used from those that cannot.</summary>
internal static class FiniteRow
{
    /// <summary>Tells whether a row holds neither a NaN nor an infinity.</summary>
    public static bool Is(ReadOnlySpan<double> row)
    {
        // 0 times a number that is not finite is NaN, which stays in a sum.
        var products = Vector<double>.Zero;
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
        foreach (var vector in vectors) products += vector * Vector<double>.Zero;
        var isFinite = products == Vector<double>.Zero;
        foreach (var value in row[(vectors.Length * Vector<double>.Count)..]) isFinite &= double.IsFinite(value);
        return isFinite;
    }
}
