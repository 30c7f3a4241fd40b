using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>Sums over vectors of doubles in a fixed order.</summary>
internal static class Vectors
{
    /// <summary>Gives the inner product of two vectors of equal length.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector<double>>(b);
        var sums = Vector<double>.Zero;
        for (var i = 0; i < left.Length; i++) sums += left[i] * right[i];
        var sum = Vector.Sum(sums);
        for (var i = left.Length * Vector<double>.Count; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Subtracts a multiple of one vector from another.</summary>
    public static void Subtract(Span<double> target, double factor, ReadOnlySpan<double> values)
    {
        var targets = MemoryMarshal.Cast<double, Vector<double>>(target);
        var sources = MemoryMarshal.Cast<double, Vector<double>>(values);
        var factors = new Vector<double>(factor);
        for (var i = 0; i < targets.Length; i++) targets[i] -= factors * sources[i];
        for (var i = targets.Length * Vector<double>.Count; i < target.Length; i++) target[i] -= factor * values[i];
    }
}
