using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>One sweep over a leading block A of a triangle that replaces it by A - v w' - w v' and multiplies the result by another vector.</summary>
/// <remarks>Memory is read and written once: each element of the triangle is two of the matrix.</remarks>
internal static class SymmetricUpdate
{
    private const int Rows = 4;

    /// <summary>Updates the leading block, and gives its product with u.</summary>
    /// <param name="matrix">The triangle, its diagonal tiles symmetric.</param>
    /// <param name="size">The rows of the block.</param>
    /// <param name="v">A vector; like all of them it has room for whole tiles, and is 0 from the size on.</param>
    /// <param name="w">A vector.</param>
    /// <param name="u">A vector.</param>
    /// <param name="product">Takes the product.</param>
    public static void Apply(LowerTriangle matrix, int size, Span<double> v, Span<double> w, Span<double> u, Span<double> product)
    {
        var padded = LowerTriangle.RoundUp(size);
        product[..padded].Clear();
        ref var elements = ref MemoryMarshal.GetReference(matrix.Elements[..(padded * matrix.Stride)]);
        ref var first = ref MemoryMarshal.GetReference(v[..padded]);
        ref var second = ref MemoryMarshal.GetReference(w[..padded]);
        ref var factor = ref MemoryMarshal.GetReference(u[..padded]);
        ref var sums = ref MemoryMarshal.GetReference(product);
        if (Vector512.IsHardwareAccelerated) Apply<Wide512>(ref elements, matrix.Stride, size, ref first, ref second, ref factor, ref sums);
        else if (Vector256.IsHardwareAccelerated) Apply<Wide256>(ref elements, matrix.Stride, size, ref first, ref second, ref factor, ref sums);
        else Apply<Wide128>(ref elements, matrix.Stride, size, ref first, ref second, ref factor, ref sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply<T>(ref double elements, nint stride, int size, ref double v, ref double w, ref double u, ref double product)
        where T : struct, IWide<T>
    {
        for (nint row = 0; row < size; row += Rows)
        {
            var diagonalTile = row / LowerTriangle.Tile * LowerTriangle.Tile;
            ref var row0 = ref Unsafe.Add(ref elements, row * stride);
            ref var row1 = ref Unsafe.Add(ref row0, stride);
            ref var row2 = ref Unsafe.Add(ref row1, stride);
            ref var row3 = ref Unsafe.Add(ref row2, stride);
            var (v0, v1, v2, v3) = (Minus<T>(ref v, row), Minus<T>(ref v, row + 1), Minus<T>(ref v, row + 2), Minus<T>(ref v, row + 3));
            var (w0, w1, w2, w3) = (Minus<T>(ref w, row), Minus<T>(ref w, row + 1), Minus<T>(ref w, row + 2), Minus<T>(ref w, row + 3));
            var (u0, u1, u2, u3) = (T.Create(Unsafe.Add(ref u, row)), T.Create(Unsafe.Add(ref u, row + 1)), T.Create(Unsafe.Add(ref u, row + 2)), T.Create(Unsafe.Add(ref u, row + 3)));
            var (sum0, sum1, sum2, sum3) = (T.Create(0), T.Create(0), T.Create(0), T.Create(0));
            for (nint column = 0; column < diagonalTile; column += IWide<T>.Count)
            {
                var (vs, ws, us, below) = (T.Load(ref v, column), T.Load(ref w, column), T.Load(ref u, column), T.Load(ref product, column));
                var a = T.MultiplyAdd(w0, vs, T.MultiplyAdd(v0, ws, T.Load(ref row0, column)));
                a.Store(ref row0, column);
                sum0 = T.MultiplyAdd(a, us, sum0);
                below = T.MultiplyAdd(a, u0, below);
                a = T.MultiplyAdd(w1, vs, T.MultiplyAdd(v1, ws, T.Load(ref row1, column)));
                a.Store(ref row1, column);
                sum1 = T.MultiplyAdd(a, us, sum1);
                below = T.MultiplyAdd(a, u1, below);
                a = T.MultiplyAdd(w2, vs, T.MultiplyAdd(v2, ws, T.Load(ref row2, column)));
                a.Store(ref row2, column);
                sum2 = T.MultiplyAdd(a, us, sum2);
                below = T.MultiplyAdd(a, u2, below);
                a = T.MultiplyAdd(w3, vs, T.MultiplyAdd(v3, ws, T.Load(ref row3, column)));
                a.Store(ref row3, column);
                sum3 = T.MultiplyAdd(a, us, sum3);
                below = T.MultiplyAdd(a, u3, below);
                below.Store(ref product, column);
            }

            // The tile on the diagonal holds both halves, so its product is along the rows alone.
            var (lastV, lastW, lastU) = (T.Load(ref v, diagonalTile), T.Load(ref w, diagonalTile), T.Load(ref u, diagonalTile));
            Finish(ref row0, diagonalTile, v0, w0, lastV, lastW, lastU, sum0, ref Unsafe.Add(ref product, row));
            Finish(ref row1, diagonalTile, v1, w1, lastV, lastW, lastU, sum1, ref Unsafe.Add(ref product, row + 1));
            Finish(ref row2, diagonalTile, v2, w2, lastV, lastW, lastU, sum2, ref Unsafe.Add(ref product, row + 2));
            Finish(ref row3, diagonalTile, v3, w3, lastV, lastW, lastU, sum3, ref Unsafe.Add(ref product, row + 3));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Minus<T>(ref double vector, nint index)
        where T : struct, IWide<T> => T.Create(-Unsafe.Add(ref vector, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<T>(ref double row, nint tile, T minusV, T minusW, T v, T w, T u, T sum, ref double product)
        where T : struct, IWide<T>
    {
        var a = T.MultiplyAdd(minusW, v, T.MultiplyAdd(minusV, w, T.Load(ref row, tile)));
        a.Store(ref row, tile);
        product += T.MultiplyAdd(a, u, sum).Sum();
    }
}
