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

    /// <summary>Adds four vectors, each times its factor, one after another: the bits are those of adding each alone. All may be longer than the sum.</summary>
    public static void AddScaled(Span<double> sum, double factor0, ReadOnlySpan<double> x0, double factor1, ReadOnlySpan<double> x1, double factor2, ReadOnlySpan<double> x2, double factor3, ReadOnlySpan<double> x3)
    {
        ref var target = ref MemoryMarshal.GetReference(sum);
        ref var source0 = ref MemoryMarshal.GetReference(x0[..sum.Length]);
        ref var source1 = ref MemoryMarshal.GetReference(x1[..sum.Length]);
        ref var source2 = ref MemoryMarshal.GetReference(x2[..sum.Length]);
        ref var source3 = ref MemoryMarshal.GetReference(x3[..sum.Length]);
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var (wide0, wide1, wide2, wide3) = (Vector512.Create(factor0), Vector512.Create(factor1), Vector512.Create(factor2), Vector512.Create(factor3));
            for (; (int)i <= sum.Length - Wide; i += Wide)
            {
                var eight = Vector512.FusedMultiplyAdd(wide0, Vector512.LoadUnsafe(ref source0, i), Vector512.LoadUnsafe(ref target, i));
                eight = Vector512.FusedMultiplyAdd(wide1, Vector512.LoadUnsafe(ref source1, i), eight);
                eight = Vector512.FusedMultiplyAdd(wide2, Vector512.LoadUnsafe(ref source2, i), eight);
                Vector512.FusedMultiplyAdd(wide3, Vector512.LoadUnsafe(ref source3, i), eight).StoreUnsafe(ref target, i);
            }
        }

        var (narrow0, narrow1, narrow2, narrow3) = (Vector256.Create(factor0), Vector256.Create(factor1), Vector256.Create(factor2), Vector256.Create(factor3));
        for (; (int)i <= sum.Length - Narrow; i += Narrow)
        {
            var four = Vector256.FusedMultiplyAdd(narrow0, Vector256.LoadUnsafe(ref source0, i), Vector256.LoadUnsafe(ref target, i));
            four = Vector256.FusedMultiplyAdd(narrow1, Vector256.LoadUnsafe(ref source1, i), four);
            four = Vector256.FusedMultiplyAdd(narrow2, Vector256.LoadUnsafe(ref source2, i), four);
            Vector256.FusedMultiplyAdd(narrow3, Vector256.LoadUnsafe(ref source3, i), four).StoreUnsafe(ref target, i);
        }

        for (var rest = (int)i; rest < sum.Length; rest++)
        {
            var one = Math.FusedMultiplyAdd(factor1, x1[rest], Math.FusedMultiplyAdd(factor0, x0[rest], sum[rest]));
            sum[rest] = Math.FusedMultiplyAdd(factor3, x3[rest], Math.FusedMultiplyAdd(factor2, x2[rest], one));
        }
    }

    /// <summary>Adds to each of four rows four other rows, each times a factor of its own, one after another: the bits are those of adding each alone.</summary>
    /// <param name="sums">The rows that are added to, <paramref name="stride"/> apart.</param>
    /// <param name="factors">The factor of other row j in row i at 4 i + j.</param>
    /// <param name="x">The other rows, as far apart.</param>
    /// <param name="stride">The distance between the beginnings of two rows.</param>
    /// <param name="length">The length of a row, a multiple of 8.</param>
    public static void AddScaledRows(Span<double> sums, ReadOnlySpan<double> factors, ReadOnlySpan<double> x, int stride, int length)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            for (var i = 0; i < 4; i++)
                AddScaled(sums.Slice(i * stride, length), factors[4 * i], x, factors[(4 * i) + 1], x[stride..], factors[(4 * i) + 2], x[(2 * stride)..], factors[(4 * i) + 3], x[(3 * stride)..]);
            return;
        }

        ref var target = ref MemoryMarshal.GetReference(sums[..((3 * stride) + length)]);
        ref var source = ref MemoryMarshal.GetReference(x[..((3 * stride) + length)]);
        nuint second = (nuint)stride, third = 2 * second, fourth = 3 * second;
        var (f00, f01, f02, f03) = (Vector512.Create(factors[0]), Vector512.Create(factors[1]), Vector512.Create(factors[2]), Vector512.Create(factors[3]));
        var (f10, f11, f12, f13) = (Vector512.Create(factors[4]), Vector512.Create(factors[5]), Vector512.Create(factors[6]), Vector512.Create(factors[7]));
        var (f20, f21, f22, f23) = (Vector512.Create(factors[8]), Vector512.Create(factors[9]), Vector512.Create(factors[10]), Vector512.Create(factors[11]));
        var (f30, f31, f32, f33) = (Vector512.Create(factors[12]), Vector512.Create(factors[13]), Vector512.Create(factors[14]), Vector512.Create(factors[15]));
        for (nuint i = 0; (int)i < length; i += Wide)
        {
            var (x0, x1, x2, x3) = (Vector512.LoadUnsafe(ref source, i), Vector512.LoadUnsafe(ref source, i + second), Vector512.LoadUnsafe(ref source, i + third), Vector512.LoadUnsafe(ref source, i + fourth));
            var s0 = Vector512.FusedMultiplyAdd(f00, x0, Vector512.LoadUnsafe(ref target, i));
            var s1 = Vector512.FusedMultiplyAdd(f10, x0, Vector512.LoadUnsafe(ref target, i + second));
            var s2 = Vector512.FusedMultiplyAdd(f20, x0, Vector512.LoadUnsafe(ref target, i + third));
            var s3 = Vector512.FusedMultiplyAdd(f30, x0, Vector512.LoadUnsafe(ref target, i + fourth));
            (s0, s1) = (Vector512.FusedMultiplyAdd(f01, x1, s0), Vector512.FusedMultiplyAdd(f11, x1, s1));
            (s2, s3) = (Vector512.FusedMultiplyAdd(f21, x1, s2), Vector512.FusedMultiplyAdd(f31, x1, s3));
            (s0, s1) = (Vector512.FusedMultiplyAdd(f02, x2, s0), Vector512.FusedMultiplyAdd(f12, x2, s1));
            (s2, s3) = (Vector512.FusedMultiplyAdd(f22, x2, s2), Vector512.FusedMultiplyAdd(f32, x2, s3));
            Vector512.FusedMultiplyAdd(f03, x3, s0).StoreUnsafe(ref target, i);
            Vector512.FusedMultiplyAdd(f13, x3, s1).StoreUnsafe(ref target, i + second);
            Vector512.FusedMultiplyAdd(f23, x3, s2).StoreUnsafe(ref target, i + third);
            Vector512.FusedMultiplyAdd(f33, x3, s3).StoreUnsafe(ref target, i + fourth);
        }
    }

    /// <summary>Rotates two vectors of one length: x becomes c x + s y, and y becomes c y - s x.</summary>
    public static void Rotate(Span<double> x, Span<double> y, double cosine, double sine)
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        ref var second = ref MemoryMarshal.GetReference(y[..x.Length]);
        var (cosines, sines) = (Vector256.Create(cosine), Vector256.Create(sine));
        nuint i = 0;
        for (; (int)i <= x.Length - Narrow; i += Narrow)
        {
            var (a, b) = (Vector256.LoadUnsafe(ref first, i), Vector256.LoadUnsafe(ref second, i));
            Vector256.FusedMultiplyAdd(cosines, a, sines * b).StoreUnsafe(ref first, i);
            Vector256.FusedMultiplyAdd(cosines, b, -(sines * a)).StoreUnsafe(ref second, i);
        }

        for (var rest = (int)i; rest < x.Length; rest++)
        {
            var (a, b) = (x[rest], y[rest]);
            x[rest] = Math.FusedMultiplyAdd(cosine, a, sine * b);
            y[rest] = Math.FusedMultiplyAdd(cosine, b, -(sine * a));
        }
    }

    /// <summary>Divides each element, in place.</summary>
    public static void Divide(Span<double> x, double divisor)
    {
        var narrow = MemoryMarshal.Cast<double, Vector256<double>>(x);
        foreach (ref var four in narrow) four /= divisor;
        foreach (ref var element in x[(narrow.Length * Narrow)..]) element /= divisor;
    }

    /// <summary>Sums whole groups of eight, lanes 0-7, 8-15, 16-23 and 24-31 in one register each.</summary>
    internal static double SumWide(ref double x, ref double y, int length)
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

    /// <summary>Sums the same lanes, four to a register.</summary>
    internal static double SumNarrow(ref double x, ref double y, int length)
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
