using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>The innermost kernel: inner products of four vectors with four others.</summary>
/// <remarks>Every product is fused with its sum, and every sum taken in 8 lanes, whatever the width of a register: its bits depend on its own two vectors alone, and not on the processor.</remarks>
internal static class ProductTile
{
    /// <summary>The vectors on either side.</summary>
    public const int Size = 4;

    /// <summary>What lengths are a multiple of, except the last of a vector.</summary>
    public const int Lanes = 8;

    private const int Half = 4;

    /// <summary>Adds the products of stretches of <paramref name="length"/> elements, which begin at the given places of one array; the product of left i and right j is in <paramref name="sums"/> at 4 i + j.</summary>
    public static void Add(double[] values, ReadOnlySpan<int> left, ReadOnlySpan<int> right, int length, Span<double> sums)
    {
        var whole = length & -Lanes;
        if (Vector512.IsHardwareAccelerated)
        {
            AddWide(values, left, right, whole, sums);
        }
        else
        {
            for (var i = 0; i < Size; i += 2)
            {
                for (var j = 0; j < Size; j += 2) AddNarrow(values, left.Slice(i, 2), right.Slice(j, 2), whole, sums[((Size * i) + j)..]);
            }
        }

        for (var i = 0; whole < length && i < Size * Size; i++)
        {
            var (x, y) = (left[i / Size], right[i % Size]);
            for (var rest = whole; rest < length; rest++) sums[i] = Math.FusedMultiplyAdd(values[x + rest], values[y + rest], sums[i]);
        }
    }

    private static void AddWide(double[] values, ReadOnlySpan<int> left, ReadOnlySpan<int> right, int length, Span<double> sums)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        ref var x0 = ref Unsafe.Add(ref first, left[0]);
        ref var x1 = ref Unsafe.Add(ref first, left[1]);
        ref var x2 = ref Unsafe.Add(ref first, left[2]);
        ref var x3 = ref Unsafe.Add(ref first, left[3]);
        ref var y0 = ref Unsafe.Add(ref first, right[0]);
        ref var y1 = ref Unsafe.Add(ref first, right[1]);
        ref var y2 = ref Unsafe.Add(ref first, right[2]);
        ref var y3 = ref Unsafe.Add(ref first, right[3]);
        Vector512<double> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        Vector512<double> s20 = default, s21 = default, s22 = default, s23 = default, s30 = default, s31 = default, s32 = default, s33 = default;
        for (nuint k = 0; (int)k < length; k += Lanes)
        {
            var (b0, b1) = (Vector512.LoadUnsafe(ref y0, k), Vector512.LoadUnsafe(ref y1, k));
            var (b2, b3) = (Vector512.LoadUnsafe(ref y2, k), Vector512.LoadUnsafe(ref y3, k));
            var a = Vector512.LoadUnsafe(ref x0, k);
            s00 = Vector512.FusedMultiplyAdd(a, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(a, b1, s01);
            s02 = Vector512.FusedMultiplyAdd(a, b2, s02);
            s03 = Vector512.FusedMultiplyAdd(a, b3, s03);
            a = Vector512.LoadUnsafe(ref x1, k);
            s10 = Vector512.FusedMultiplyAdd(a, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(a, b1, s11);
            s12 = Vector512.FusedMultiplyAdd(a, b2, s12);
            s13 = Vector512.FusedMultiplyAdd(a, b3, s13);
            a = Vector512.LoadUnsafe(ref x2, k);
            s20 = Vector512.FusedMultiplyAdd(a, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(a, b1, s21);
            s22 = Vector512.FusedMultiplyAdd(a, b2, s22);
            s23 = Vector512.FusedMultiplyAdd(a, b3, s23);
            a = Vector512.LoadUnsafe(ref x3, k);
            s30 = Vector512.FusedMultiplyAdd(a, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(a, b1, s31);
            s32 = Vector512.FusedMultiplyAdd(a, b2, s32);
            s33 = Vector512.FusedMultiplyAdd(a, b3, s33);
        }

        Store(sums, Sum(s00), Sum(s01), Sum(s02), Sum(s03));
        Store(sums[Size..], Sum(s10), Sum(s11), Sum(s12), Sum(s13));
        Store(sums[(2 * Size)..], Sum(s20), Sum(s21), Sum(s22), Sum(s23));
        Store(sums[(3 * Size)..], Sum(s30), Sum(s31), Sum(s32), Sum(s33));
    }

    // Two by two, the eight lanes of a sum in two registers.
    private static void AddNarrow(double[] values, ReadOnlySpan<int> left, ReadOnlySpan<int> right, int length, Span<double> sums)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        ref var x0 = ref Unsafe.Add(ref first, left[0]);
        ref var x1 = ref Unsafe.Add(ref first, left[1]);
        ref var y0 = ref Unsafe.Add(ref first, right[0]);
        ref var y1 = ref Unsafe.Add(ref first, right[1]);
        Vector256<double> low00 = default, low01 = default, low10 = default, low11 = default, high00 = default, high01 = default, high10 = default, high11 = default;
        for (nuint k = 0; (int)k < length; k += Lanes)
        {
            var (a0, a1, b0, b1) = (Vector256.LoadUnsafe(ref x0, k), Vector256.LoadUnsafe(ref x1, k), Vector256.LoadUnsafe(ref y0, k), Vector256.LoadUnsafe(ref y1, k));
            low00 = Vector256.FusedMultiplyAdd(a0, b0, low00);
            low01 = Vector256.FusedMultiplyAdd(a0, b1, low01);
            low10 = Vector256.FusedMultiplyAdd(a1, b0, low10);
            low11 = Vector256.FusedMultiplyAdd(a1, b1, low11);
            (a0, a1) = (Vector256.LoadUnsafe(ref x0, k + Half), Vector256.LoadUnsafe(ref x1, k + Half));
            (b0, b1) = (Vector256.LoadUnsafe(ref y0, k + Half), Vector256.LoadUnsafe(ref y1, k + Half));
            high00 = Vector256.FusedMultiplyAdd(a0, b0, high00);
            high01 = Vector256.FusedMultiplyAdd(a0, b1, high01);
            high10 = Vector256.FusedMultiplyAdd(a1, b0, high10);
            high11 = Vector256.FusedMultiplyAdd(a1, b1, high11);
        }

        sums[0] += Sum(low00 + high00);
        sums[1] += Sum(low01 + high01);
        sums[Size] += Sum(low10 + high10);
        sums[Size + 1] += Sum(low11 + high11);
    }

    private static void Store(Span<double> sums, double first, double second, double third, double fourth)
    {
        sums[0] += first;
        sums[1] += second;
        sums[2] += third;
        sums[3] += fourth;
    }

    private static double Sum(Vector512<double> lanes) => Sum(lanes.GetLower() + lanes.GetUpper());

    private static double Sum(Vector256<double> lanes) => (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}
