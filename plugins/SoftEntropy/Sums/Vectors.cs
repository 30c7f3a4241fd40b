using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>Element-wise sums; each element is its own sum, so the width of the hardware's vectors does not change a bit.</summary>
internal static class Vectors
{
    private static int Width => Vector512<double>.Count;

    /// <summary>Adds one vector to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<double> target, ReadOnlySpan<double> values)
    {
        var targets = MemoryMarshal.Cast<double, Vector512<double>>(target);
        var sources = MemoryMarshal.Cast<double, Vector512<double>>(values[..target.Length]);
        for (var i = 0; i < targets.Length && i < sources.Length; i++) targets[i] += sources[i];
        for (var i = targets.Length * Width; i < target.Length; i++) target[i] += values[i];
    }

    /// <summary>Adds some rows of a matrix to a vector, one after another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(Span<double> target, ReadOnlySpan<double> matrix, ReadOnlySpan<int> rows)
    {
        var columns = target.Length;
        var column = 0;
        for (; column + 4 * Width <= columns; column += 4 * Width)
        {
            var sums = MemoryMarshal.Cast<double, Vector512<double>>(target.Slice(column, 4 * Width));
            var (s0, s1, s2, s3) = (sums[0], sums[1], sums[2], sums[3]);
            foreach (var row in rows)
            {
                var x = MemoryMarshal.Cast<double, Vector512<double>>(matrix.Slice(row * columns + column, 4 * Width));
                s0 += x[0];
                s1 += x[1];
                s2 += x[2];
                s3 += x[3];
            }

            (sums[0], sums[1], sums[2], sums[3]) = (s0, s1, s2, s3);
        }

        foreach (var row in rows)
        {
            for (var i = column; i < columns; i++) target[i] += matrix[row * columns + i];
        }
    }

    /// <summary>Adds the squares of some rows of a matrix to a vector, one after another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddSquaresOfRows(Span<double> target, ReadOnlySpan<double> matrix, ReadOnlySpan<int> rows)
    {
        var columns = target.Length;
        var column = 0;
        for (; column + 4 * Width <= columns; column += 4 * Width)
        {
            var sums = MemoryMarshal.Cast<double, Vector512<double>>(target.Slice(column, 4 * Width));
            var (s0, s1, s2, s3) = (sums[0], sums[1], sums[2], sums[3]);
            foreach (var row in rows)
            {
                var x = MemoryMarshal.Cast<double, Vector512<double>>(matrix.Slice(row * columns + column, 4 * Width));
                s0 += x[0] * x[0];
                s1 += x[1] * x[1];
                s2 += x[2] * x[2];
                s3 += x[3] * x[3];
            }

            (sums[0], sums[1], sums[2], sums[3]) = (s0, s1, s2, s3);
        }

        foreach (var row in rows)
        {
            for (var i = column; i < columns; i++) target[i] += matrix[row * columns + i] * matrix[row * columns + i];
        }
    }

    /// <summary>Divides a vector by a number into another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Divide(ReadOnlySpan<double> values, double divisor, Span<double> result)
    {
        var results = MemoryMarshal.Cast<double, Vector512<double>>(result);
        var sources = MemoryMarshal.Cast<double, Vector512<double>>(values[..result.Length]);
        for (var i = 0; i < results.Length && i < sources.Length; i++) results[i] = sources[i] / divisor;
        for (var i = results.Length * Width; i < result.Length; i++) result[i] = values[i] / divisor;
    }
}
