using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>The sum of the squares of a row in double, taken in 32 lanes on every processor.</summary>
internal static class SquaredLength
{
    /// <summary>Gives the sum for a row in single, which is finite and not 0 wherever the row is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(ReadOnlySpan<float> row)
    {
        // Squares of such numbers are exact in double, so that fusing them with the sum, or not, changes nothing.
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        var wide = MemoryMarshal.Cast<float, Vector256<float>>(row);
        var i = 0;
        for (; i + 3 < wide.Length; i += 4)
        {
            var (x0, x1, x2, x3) = (Lanes8.Widen(wide[i]), Lanes8.Widen(wide[i + 1]), Lanes8.Widen(wide[i + 2]), Lanes8.Widen(wide[i + 3]));
            s0 = Vector512.MultiplyAddEstimate(x0, x0, s0);
            s1 = Vector512.MultiplyAddEstimate(x1, x1, s1);
            s2 = Vector512.MultiplyAddEstimate(x2, x2, s2);
            s3 = Vector512.MultiplyAddEstimate(x3, x3, s3);
        }

        for (; i < wide.Length; i++)
        {
            var x = Lanes8.Widen(wide[i]);
            s0 = Vector512.MultiplyAddEstimate(x, x, s0);
        }

        var sum = Lanes8.Sum((s0 + s1) + (s2 + s3));
        foreach (double number in row[(wide.Length * Vector256<float>.Count)..]) sum += number * number;
        return sum;
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
            s0 = Vector512.FusedMultiplyAdd(wide[i], wide[i], s0);
            s1 = Vector512.FusedMultiplyAdd(wide[i + 1], wide[i + 1], s1);
            s2 = Vector512.FusedMultiplyAdd(wide[i + 2], wide[i + 2], s2);
            s3 = Vector512.FusedMultiplyAdd(wide[i + 3], wide[i + 3], s3);
        }

        for (; i < wide.Length; i++) s0 = Vector512.FusedMultiplyAdd(wide[i], wide[i], s0);
        var sum = Lanes8.Sum((s0 + s1) + (s2 + s3));
        foreach (var number in row[(wide.Length * Vector512<double>.Count)..]) sum += number * number;
        return sum;
    }
}
