using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>The sum of the squares of a row in double, taken in 32 lanes on every processor.</summary>
internal static class SquaredLength
{
    private const int Lanes = 32;

    /// <summary>Gives the sum for a row in single, which is finite and not 0 wherever the row is; each square is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(ReadOnlySpan<float> row)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        var wide = MemoryMarshal.Cast<float, Vector512<float>>(row);
        var i = 0;
        for (; i + 1 < wide.Length; i += 2) Add(wide[i], wide[i + 1], ref s0, ref s1, ref s2, ref s3);
        var rest = row[(i * Vector512<float>.Count)..];
        if (rest.Length > 0)
        {
            Span<float> padded = stackalloc float[Lanes];
            rest.CopyTo(padded);
            Add(Vector512.Create<float>(padded), Vector512.Create<float>(padded[16..]), ref s0, ref s1, ref s2, ref s3);
        }

        return Lanes8.Sum((s0 + s1) + (s2 + s3));
    }

    /// <summary>Gives the sum for a row in double, which may overflow or vanish.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(ReadOnlySpan<double> row)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(row);
        var i = 0;
        for (; i + 3 < wide.Length; i += 4)
        {
            s0 += wide[i] * wide[i];
            s1 += wide[i + 1] * wide[i + 1];
            s2 += wide[i + 2] * wide[i + 2];
            s3 += wide[i + 3] * wide[i + 3];
        }

        for (; i < wide.Length; i++) s0 += wide[i] * wide[i];
        var rest = Lanes8.Load(row[(wide.Length * Vector512<double>.Count)..]);
        s1 += rest * rest;
        return Lanes8.Sum((s0 + s1) + (s2 + s3));
    }

    // A square of a number in single is exact in double, so that fusing it with the sum changes nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector512<float> x, Vector512<float> y, ref Vector512<double> s0, ref Vector512<double> s1, ref Vector512<double> s2, ref Vector512<double> s3)
    {
        var (x0, x1) = Vector512.Widen(x);
        var (y0, y1) = Vector512.Widen(y);
        s0 += x0 * x0;
        s1 += x1 * x1;
        s2 += y0 * y0;
        s3 += y1 * y1;
    }
}
