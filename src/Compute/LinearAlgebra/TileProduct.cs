using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>The innermost product: four rows of sums, each of up to 32 columns, over any depth.</summary>
/// <remarks>Each sum is taken by itself, one fused term after another, so its bits depend on its own row and column alone.</remarks>
internal static class TileProduct
{
    /// <summary>The rows of a tile.</summary>
    public const int Rows = 4;

    /// <summary>The most columns of a tile.</summary>
    public const int Columns = 32;

    // So much of the right factor stays in the nearest cache: 32 KiB.
    private const int Depth = 128;

    /// <summary>Adds to C a multiple of A B.</summary>
    /// <param name="c">C, row-major; as many rows as A and as many columns as B.</param>
    /// <param name="a">A; its rows are rounded up to whole tiles.</param>
    /// <param name="b">B, row-major; its columns, at most <see cref="Columns"/>, are rounded up to whole vectors of 8.</param>
    /// <param name="rows">The rows of A.</param>
    /// <param name="columns">The columns of B.</param>
    /// <param name="depth">The columns of A and rows of B.</param>
    /// <param name="factor">What the product is multiplied by.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Strided c, Strided a, Strided b, int rows, int columns, int depth, double factor)
    {
        if (rows <= 0) return;
        var wide = (columns + IWide<Wide512>.Count - 1) / IWide<Wide512>.Count;
        for (var k = 0; k < depth; k += Depth)
        {
            var some = Math.Min(Depth, depth - k);
            for (var row = 0; row < rows; row += Rows)
            {
                if (Vector512.IsHardwareAccelerated) Add<Wide512>(c.From(row, 0), a.From(row, k), b.From(k, 0), wide, some, factor);
                else if (Vector256.IsHardwareAccelerated) Add<Wide256>(c.From(row, 0), a.From(row, k), b.From(k, 0), wide, some, factor);
                else Add<Wide128>(c.From(row, 0), a.From(row, k), b.From(k, 0), wide, some, factor);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<T>(Strided c, Strided a, Strided b, int wide, int depth, double factor)
        where T : struct, IWide<T>
    {
        // The spans' lengths are looked at here, so that the loops need not.
        _ = a.Numbers[((Rows - 1) * a.Row) + ((depth - 1) * a.Step)];
        _ = b.Numbers[((depth - 1) * b.Row) + (wide * IWide<T>.Count) - 1];
        _ = c.Numbers[((Rows - 1) * c.Row) + (wide * IWide<T>.Count) - 1];
        ref var sums = ref MemoryMarshal.GetReference(c.Numbers);
        ref var left = ref MemoryMarshal.GetReference(a.Numbers);
        ref var right = ref MemoryMarshal.GetReference(b.Numbers);
        if (typeof(T) == typeof(Wide512) && wide == 4)
        {
            AddFourWide<T>(ref sums, c.Row, ref left, a.Row, a.Step, ref right, b.Row, depth, factor);
            return;
        }

        for (var i = 0; i < wide; i++)
            AddOneWide<T>(ref Unsafe.Add(ref sums, i * IWide<T>.Count), c.Row, ref left, a.Row, a.Step, ref Unsafe.Add(ref right, i * IWide<T>.Count), b.Row, depth, factor);
    }

    // Sixteen sums: as many as the latency of a fused multiplication needs, and they leave registers for its operands.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFourWide<T>(ref double c, nint rowOfC, ref double a, nint rowOfA, nint stepOfA, ref double b, nint rowOfB, int depth, double factor)
        where T : struct, IWide<T>
    {
        var zero = T.Create(0);
        var (s00, s01, s02, s03) = (zero, zero, zero, zero);
        var (s10, s11, s12, s13) = (zero, zero, zero, zero);
        var (s20, s21, s22, s23) = (zero, zero, zero, zero);
        var (s30, s31, s32, s33) = (zero, zero, zero, zero);
        ref var a0 = ref a;
        ref var a1 = ref Unsafe.Add(ref a0, rowOfA);
        ref var a2 = ref Unsafe.Add(ref a1, rowOfA);
        ref var a3 = ref Unsafe.Add(ref a2, rowOfA);
        nint at = 0;
        for (; depth > 0; depth--)
        {
            var (b0, b1, b2, b3) = (T.Load(ref b, 0), T.Load(ref b, 8), T.Load(ref b, 16), T.Load(ref b, 24));
            var x = T.Create(Unsafe.Add(ref a0, at));
            (s00, s01, s02, s03) = (T.MultiplyAdd(x, b0, s00), T.MultiplyAdd(x, b1, s01), T.MultiplyAdd(x, b2, s02), T.MultiplyAdd(x, b3, s03));
            x = T.Create(Unsafe.Add(ref a1, at));
            (s10, s11, s12, s13) = (T.MultiplyAdd(x, b0, s10), T.MultiplyAdd(x, b1, s11), T.MultiplyAdd(x, b2, s12), T.MultiplyAdd(x, b3, s13));
            x = T.Create(Unsafe.Add(ref a2, at));
            (s20, s21, s22, s23) = (T.MultiplyAdd(x, b0, s20), T.MultiplyAdd(x, b1, s21), T.MultiplyAdd(x, b2, s22), T.MultiplyAdd(x, b3, s23));
            x = T.Create(Unsafe.Add(ref a3, at));
            (s30, s31, s32, s33) = (T.MultiplyAdd(x, b0, s30), T.MultiplyAdd(x, b1, s31), T.MultiplyAdd(x, b2, s32), T.MultiplyAdd(x, b3, s33));
            b = ref Unsafe.Add(ref b, rowOfB);
            at += stepOfA;
        }

        var scale = T.Create(factor);
        Finish(ref c, scale, s00, s01, s02, s03);
        c = ref Unsafe.Add(ref c, rowOfC);
        Finish(ref c, scale, s10, s11, s12, s13);
        c = ref Unsafe.Add(ref c, rowOfC);
        Finish(ref c, scale, s20, s21, s22, s23);
        c = ref Unsafe.Add(ref c, rowOfC);
        Finish(ref c, scale, s30, s31, s32, s33);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<T>(ref double c, T scale, T s0, T s1, T s2, T s3)
        where T : struct, IWide<T>
    {
        T.MultiplyAdd(scale, s0, T.Load(ref c, 0)).Store(ref c, 0);
        T.MultiplyAdd(scale, s1, T.Load(ref c, 8)).Store(ref c, 8);
        T.MultiplyAdd(scale, s2, T.Load(ref c, 16)).Store(ref c, 16);
        T.MultiplyAdd(scale, s3, T.Load(ref c, 24)).Store(ref c, 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddOneWide<T>(ref double c, nint rowOfC, ref double a, nint rowOfA, nint stepOfA, ref double b, nint rowOfB, int depth, double factor)
        where T : struct, IWide<T>
    {
        var (s0, s1, s2, s3) = (T.Create(0), T.Create(0), T.Create(0), T.Create(0));
        ref var a0 = ref a;
        ref var a1 = ref Unsafe.Add(ref a0, rowOfA);
        ref var a2 = ref Unsafe.Add(ref a1, rowOfA);
        ref var a3 = ref Unsafe.Add(ref a2, rowOfA);
        nint at = 0;
        for (; depth > 0; depth--)
        {
            var y = T.Load(ref b, 0);
            s0 = T.MultiplyAdd(T.Create(Unsafe.Add(ref a0, at)), y, s0);
            s1 = T.MultiplyAdd(T.Create(Unsafe.Add(ref a1, at)), y, s1);
            s2 = T.MultiplyAdd(T.Create(Unsafe.Add(ref a2, at)), y, s2);
            s3 = T.MultiplyAdd(T.Create(Unsafe.Add(ref a3, at)), y, s3);
            b = ref Unsafe.Add(ref b, rowOfB);
            at += stepOfA;
        }

        var scale = T.Create(factor);
        T.MultiplyAdd(scale, s0, T.Load(ref c, 0)).Store(ref c, 0);
        T.MultiplyAdd(scale, s1, T.Load(ref c, rowOfC)).Store(ref c, rowOfC);
        T.MultiplyAdd(scale, s2, T.Load(ref c, 2 * rowOfC)).Store(ref c, 2 * rowOfC);
        T.MultiplyAdd(scale, s3, T.Load(ref c, 3 * rowOfC)).Store(ref c, 3 * rowOfC);
    }
}
