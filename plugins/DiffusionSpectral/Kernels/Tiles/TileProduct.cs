using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

/// <summary>Adds to sums in double the product of a tile in single, or of its transpose, with vectors in single.</summary>
/// <remarks>
/// An element is the sum of one tile's products in single, by fused multiply-add in the order of the tile's elements, and only then added in double: the same bits in vectors of every width.
/// So its error is that of 256 terms whatever the order of the matrix.
/// </remarks>
internal static class TileProduct
{
    /// <summary>The number of rows and columns of a tile: 256 KiB, a part of a core's own cache.</summary>
    public const int Edge = 256;

    /// <summary>The number of vectors of a panel: two of the widest vector registers.</summary>
    public const int PanelColumns = 32;

    // Rows whose sums are in registers together, two registers each.
    private const int WideRows = 8, NarrowRows = 4;

    private interface IOrder
    {
        static abstract int RowStep { get; }

        static abstract int TermStep { get; }
    }

    /// <summary>Gets whether the processor has the widest vectors.</summary>
    public static bool IsWide => Vector512.IsHardwareAccelerated;

    /// <summary>Adds the product of the tile and a panel.</summary>
    /// <param name="tile">Edge x Edge elements, row-major.</param>
    /// <param name="panel">Edge x PanelColumns elements, row-major: a row for each column of the tile.</param>
    /// <param name="sums">Edge x PanelColumns sums, row-major: a row for each row of the tile.</param>
    /// <param name="rows">How many rows of the tile are needed.</param>
    /// <param name="terms">How many columns of the tile are needed.</param>
    /// <param name="wide">Whether to use the widest vectors; <see cref="IsWide"/> says whether they are fast.</param>
    public static void Add(ReadOnlySpan<float> tile, ReadOnlySpan<float> panel, Span<double> sums, int rows, int terms, bool wide) =>
        Add<AsItIs>(tile, panel, sums, rows, terms, wide);

    /// <summary>Adds the product of the transposed tile and a panel.</summary>
    /// <inheritdoc cref="Add(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{double}, int, int, bool)"/>
    public static void AddTransposed(ReadOnlySpan<float> tile, ReadOnlySpan<float> panel, Span<double> sums, int rows, int terms, bool wide) =>
        Add<Transposed>(tile, panel, sums, rows, terms, wide);

    private static void Add<TOrder>(ReadOnlySpan<float> tile, ReadOnlySpan<float> panel, Span<double> sums, int rows, int terms, bool wide)
        where TOrder : struct, IOrder
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, Edge);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(terms, Edge);
        ArgumentOutOfRangeException.ThrowIfNotEqual(tile.Length, Edge * Edge);
        ArgumentOutOfRangeException.ThrowIfNotEqual(panel.Length, Edge * PanelColumns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(sums.Length, Edge * PanelColumns);
        ref var a = ref MemoryMarshal.GetReference(tile);
        ref var x = ref MemoryMarshal.GetReference(panel);
        ref var y = ref MemoryMarshal.GetReference(sums);
        if (wide)
        {
            for (var row = 0; row < rows; row += WideRows)
                AddWide<TOrder>(ref Unsafe.Add(ref a, row * TOrder.RowStep), ref x, ref Unsafe.Add(ref y, row * PanelColumns), terms);
            return;
        }

        for (var row = 0; row < rows; row += NarrowRows)
        {
            for (var column = 0; column < PanelColumns; column += 2 * Vector256<float>.Count)
                AddNarrow<TOrder>(ref Unsafe.Add(ref a, row * TOrder.RowStep), ref Unsafe.Add(ref x, column), ref Unsafe.Add(ref y, (row * PanelColumns) + column), terms);
        }
    }

    // Compiled at once: most of a first run would else go by in code that is not optimised yet.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWide<TOrder>(ref float a, ref float x, ref double y, int terms)
        where TOrder : struct, IOrder
    {
        Vector512<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        Vector512<float> s40 = default, s41 = default, s50 = default, s51 = default, s60 = default, s61 = default, s70 = default, s71 = default;
        for (var k = 0; k < terms; k++)
        {
            var x0 = Vector512.LoadUnsafe(ref x);
            var x1 = Vector512.LoadUnsafe(ref x, (nuint)Vector512<float>.Count);
            var factor = Vector512.Create(a);
            s00 = Vector512.FusedMultiplyAdd(factor, x0, s00);
            s01 = Vector512.FusedMultiplyAdd(factor, x1, s01);
            factor = Vector512.Create(Unsafe.Add(ref a, TOrder.RowStep));
            s10 = Vector512.FusedMultiplyAdd(factor, x0, s10);
            s11 = Vector512.FusedMultiplyAdd(factor, x1, s11);
            factor = Vector512.Create(Unsafe.Add(ref a, 2 * TOrder.RowStep));
            s20 = Vector512.FusedMultiplyAdd(factor, x0, s20);
            s21 = Vector512.FusedMultiplyAdd(factor, x1, s21);
            factor = Vector512.Create(Unsafe.Add(ref a, 3 * TOrder.RowStep));
            s30 = Vector512.FusedMultiplyAdd(factor, x0, s30);
            s31 = Vector512.FusedMultiplyAdd(factor, x1, s31);
            factor = Vector512.Create(Unsafe.Add(ref a, 4 * TOrder.RowStep));
            s40 = Vector512.FusedMultiplyAdd(factor, x0, s40);
            s41 = Vector512.FusedMultiplyAdd(factor, x1, s41);
            factor = Vector512.Create(Unsafe.Add(ref a, 5 * TOrder.RowStep));
            s50 = Vector512.FusedMultiplyAdd(factor, x0, s50);
            s51 = Vector512.FusedMultiplyAdd(factor, x1, s51);
            factor = Vector512.Create(Unsafe.Add(ref a, 6 * TOrder.RowStep));
            s60 = Vector512.FusedMultiplyAdd(factor, x0, s60);
            s61 = Vector512.FusedMultiplyAdd(factor, x1, s61);
            factor = Vector512.Create(Unsafe.Add(ref a, 7 * TOrder.RowStep));
            s70 = Vector512.FusedMultiplyAdd(factor, x0, s70);
            s71 = Vector512.FusedMultiplyAdd(factor, x1, s71);
            a = ref Unsafe.Add(ref a, TOrder.TermStep);
            x = ref Unsafe.Add(ref x, PanelColumns);
        }

        Store(ref y, s00, s01);
        Store(ref Unsafe.Add(ref y, PanelColumns), s10, s11);
        Store(ref Unsafe.Add(ref y, 2 * PanelColumns), s20, s21);
        Store(ref Unsafe.Add(ref y, 3 * PanelColumns), s30, s31);
        Store(ref Unsafe.Add(ref y, 4 * PanelColumns), s40, s41);
        Store(ref Unsafe.Add(ref y, 5 * PanelColumns), s50, s51);
        Store(ref Unsafe.Add(ref y, 6 * PanelColumns), s60, s61);
        Store(ref Unsafe.Add(ref y, 7 * PanelColumns), s70, s71);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddNarrow<TOrder>(ref float a, ref float x, ref double y, int terms)
        where TOrder : struct, IOrder
    {
        Vector256<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        for (var k = 0; k < terms; k++)
        {
            var x0 = Vector256.LoadUnsafe(ref x);
            var x1 = Vector256.LoadUnsafe(ref x, (nuint)Vector256<float>.Count);
            var factor = Vector256.Create(a);
            s00 = Vector256.FusedMultiplyAdd(factor, x0, s00);
            s01 = Vector256.FusedMultiplyAdd(factor, x1, s01);
            factor = Vector256.Create(Unsafe.Add(ref a, TOrder.RowStep));
            s10 = Vector256.FusedMultiplyAdd(factor, x0, s10);
            s11 = Vector256.FusedMultiplyAdd(factor, x1, s11);
            factor = Vector256.Create(Unsafe.Add(ref a, 2 * TOrder.RowStep));
            s20 = Vector256.FusedMultiplyAdd(factor, x0, s20);
            s21 = Vector256.FusedMultiplyAdd(factor, x1, s21);
            factor = Vector256.Create(Unsafe.Add(ref a, 3 * TOrder.RowStep));
            s30 = Vector256.FusedMultiplyAdd(factor, x0, s30);
            s31 = Vector256.FusedMultiplyAdd(factor, x1, s31);
            a = ref Unsafe.Add(ref a, TOrder.TermStep);
            x = ref Unsafe.Add(ref x, PanelColumns);
        }

        Store(ref y, s00, s01);
        Store(ref Unsafe.Add(ref y, PanelColumns), s10, s11);
        Store(ref Unsafe.Add(ref y, 2 * PanelColumns), s20, s21);
        Store(ref Unsafe.Add(ref y, 3 * PanelColumns), s30, s31);
    }

    private static void Store(ref double y, Vector512<float> left, Vector512<float> right)
    {
        const nuint half = 8;
        var (low, high) = Vector512.Widen(left);
        (Vector512.LoadUnsafe(ref y) + low).StoreUnsafe(ref y);
        (Vector512.LoadUnsafe(ref y, half) + high).StoreUnsafe(ref y, half);
        (low, high) = Vector512.Widen(right);
        (Vector512.LoadUnsafe(ref y, 2 * half) + low).StoreUnsafe(ref y, 2 * half);
        (Vector512.LoadUnsafe(ref y, 3 * half) + high).StoreUnsafe(ref y, 3 * half);
    }

    private static void Store(ref double y, Vector256<float> left, Vector256<float> right)
    {
        const nuint half = 4;
        var (low, high) = Vector256.Widen(left);
        (Vector256.LoadUnsafe(ref y) + low).StoreUnsafe(ref y);
        (Vector256.LoadUnsafe(ref y, half) + high).StoreUnsafe(ref y, half);
        (low, high) = Vector256.Widen(right);
        (Vector256.LoadUnsafe(ref y, 2 * half) + low).StoreUnsafe(ref y, 2 * half);
        (Vector256.LoadUnsafe(ref y, 3 * half) + high).StoreUnsafe(ref y, 3 * half);
    }

    private readonly struct AsItIs : IOrder
    {
        public static int RowStep => Edge;

        public static int TermStep => 1;
    }

    private readonly struct Transposed : IOrder
    {
        public static int RowStep => 1;

        public static int TermStep => Edge;
    }
}
