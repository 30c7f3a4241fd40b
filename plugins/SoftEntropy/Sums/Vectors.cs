using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>Element-wise sums; each element is its own sum, so the width of the hardware's vectors does not change a bit.</summary>
internal static class Vectors
{
    /// <summary>Adds one vector to another.</summary>
    public static void Add(Span<double> target, ReadOnlySpan<double> values)
    {
        var targets = MemoryMarshal.Cast<double, Vector<double>>(target);
        var sources = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (var i = 0; i < targets.Length; i++) targets[i] += sources[i];
        for (var i = targets.Length * Vector<double>.Count; i < target.Length; i++) target[i] += values[i];
    }

    /// <summary>Adds the squares of one vector to another.</summary>
    public static void AddSquares(Span<double> target, ReadOnlySpan<double> values)
    {
        var targets = MemoryMarshal.Cast<double, Vector<double>>(target);
        var sources = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (var i = 0; i < targets.Length; i++) targets[i] += sources[i] * sources[i];
        for (var i = targets.Length * Vector<double>.Count; i < target.Length; i++) target[i] += values[i] * values[i];
    }

    /// <summary>Divides a vector by a number into another.</summary>
    public static void Divide(ReadOnlySpan<double> values, double divisor, Span<double> result)
    {
        for (var i = 0; i < result.Length; i++) result[i] = values[i] / divisor;
    }
}
