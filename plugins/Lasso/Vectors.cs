using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.Lasso;

/// <summary>Operations on vectors of double whose bits do not depend on the processor: every product is fused with its sum, and sums are taken in 32 lanes whatever the width of a register.</summary>
internal static class Vectors
{
    private const int Lanes = 32, Wide = 8, Narrow = 4;

    /// <summary>Gives the sum of the products; <paramref name="y"/> may be longer.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref var left = ref MemoryMarshal.GetReference(x);
        ref var right = ref MemoryMarshal.GetReference(y[..x.Length]);
        var sum = 0.0;
        var i = 0;
        if (x.Length >= Wide)
        {
            sum = Vector512.IsHardwareAccelerated ? SumWide(ref left, ref right, x.Length) : SumNarrow(ref left, ref right, x.Length);
            i = x.Length & -Wide;
        }

        for (; i < x.Length; i++) sum = Math.FusedMultiplyAdd(x[i], y[i], sum);
        return sum;
    }

    /// <summary>Gives the sum of the squares.</summary>
    public static double SquaredNorm(ReadOnlySpan<double> x) => Dot(x, x);

    /// <summary>Subtracts the mean, in place: equal elements become 0, and a common offset leaves no more rounding than the elements have.</summary>
    public static void Centre(Span<double> x)
    {
        if (!x.ContainsAnyExcept(x[0]))
        {
            x.Clear();
            return;
        }

        // The mean is rounded at the size of the offset; what that leaves is small and goes in a second pass.
        for (var pass = 0; pass < 2; pass++)
        {
            var sum = 0.0;
            foreach (var element in x) sum += element;
            var mean = sum / x.Length;
            foreach (ref var element in x) element -= mean;
        }
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="x"/> to <paramref name="sum"/>, which may be longer.</summary>
    public static void AddScaled(Span<double> sum, double factor, ReadOnlySpan<double> x)
    {
        ref var target = ref MemoryMarshal.GetReference(sum[..x.Length]);
        ref var source = ref MemoryMarshal.GetReference(x);
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var wide = Vector512.Create(factor);
            for (; (int)i <= x.Length - Wide; i += Wide) Vector512.FusedMultiplyAdd(wide, Vector512.LoadUnsafe(ref source, i), Vector512.LoadUnsafe(ref target, i)).StoreUnsafe(ref target, i);
        }

        var narrow = Vector256.Create(factor);
        for (; (int)i <= x.Length - Narrow; i += Narrow) Vector256.FusedMultiplyAdd(narrow, Vector256.LoadUnsafe(ref source, i), Vector256.LoadUnsafe(ref target, i)).StoreUnsafe(ref target, i);
        for (; (int)i < x.Length; i++) sum[(int)i] = Math.FusedMultiplyAdd(factor, x[(int)i], sum[(int)i]);
    }

    // Lanes 0-7, 8-15, 16-23 and 24-31 in one register each.
    private static double SumWide(ref double x, ref double y, int length)
    {
        var (a, b, c, d) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        nuint i = 0;
        for (; (int)i <= length - Lanes; i += Lanes)
        {
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, i), Vector512.LoadUnsafe(ref y, i), a);
            b = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, i + Wide), Vector512.LoadUnsafe(ref y, i + Wide), b);
            c = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, i + (2 * Wide)), Vector512.LoadUnsafe(ref y, i + (2 * Wide)), c);
            d = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, i + (3 * Wide)), Vector512.LoadUnsafe(ref y, i + (3 * Wide)), d);
        }

        for (; (int)i <= length - Wide; i += Wide) a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, i), Vector512.LoadUnsafe(ref y, i), a);
        var eight = (a + c) + (b + d);
        return SumOf(eight.GetLower() + eight.GetUpper());
    }

    // The same lanes, four to a register.
    private static double SumNarrow(ref double x, ref double y, int length)
    {
        var (a0, a1, b0, b1) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (c0, c1, d0, d1) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        nuint i = 0;
        for (; (int)i <= length - Lanes; i += Lanes)
        {
            a0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref y, i), a0);
            a1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + Narrow), Vector256.LoadUnsafe(ref y, i + Narrow), a1);
            b0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + (2 * Narrow)), Vector256.LoadUnsafe(ref y, i + (2 * Narrow)), b0);
            b1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + (3 * Narrow)), Vector256.LoadUnsafe(ref y, i + (3 * Narrow)), b1);
            c0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + (4 * Narrow)), Vector256.LoadUnsafe(ref y, i + (4 * Narrow)), c0);
            c1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + (5 * Narrow)), Vector256.LoadUnsafe(ref y, i + (5 * Narrow)), c1);
            d0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + (6 * Narrow)), Vector256.LoadUnsafe(ref y, i + (6 * Narrow)), d0);
            d1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + (7 * Narrow)), Vector256.LoadUnsafe(ref y, i + (7 * Narrow)), d1);
        }

        for (; (int)i <= length - Wide; i += Wide)
        {
            a0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref y, i), a0);
            a1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + Narrow), Vector256.LoadUnsafe(ref y, i + Narrow), a1);
        }

        return SumOf(((a0 + c0) + (b0 + d0)) + ((a1 + c1) + (b1 + d1)));
    }

    private static double SumOf(Vector256<double> four) => (four[0] + four[1]) + (four[2] + four[3]);
}
