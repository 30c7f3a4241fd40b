using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Reduction of a symmetric matrix with a narrow band to a tridiagonal one, values only.</summary>
/// <remarks>
/// Lang, A parallel algorithm for reducing symmetric banded matrices to tridiagonal form, SIAM Journal on Scientific Computing 14 (1993). From the last row up, each is
/// reflected onto its last element; what that lets grow out of the band moves up block by block, one row of it taken away in each. All is in the nearest caches.
/// </remarks>
internal sealed class BulgeChase : IDisposable
{
    private const int Width = BandReduction.Width;

    // Rows of zeros before the matrix, so that every block is whole.
    private const int Front = 2 * Width;

    // Element (i, k) is at i Stride + k. A row holds 63 elements left of its diagonal, and room for what fills up the vector of 8 that the diagonal is in.
    private const int Stride = (2 * Width) + IWide<Wide512>.Count;

    private const int Tile = IWide<Wide512>.Count;

    private readonly int size;
    private readonly AlignedNumbers band;

    // The vector of the reflection, that of the next one, two for products, and eight rows that are 1 left of the diagonal of a tile and 0 elsewhere.
    private readonly AlignedNumbers vectors = new((4 * Width) + (Tile * Tile));

    private BulgeChase(LowerTriangle matrix)
    {
        size = matrix.Size;
        band = new AlignedNumbers(((size + Front) * (Stride + 1)) + Tile);
        band.Span.Clear();
        for (var i = 0; i < size; i++)
        {
            var first = Math.Max(0, i - Width);
            matrix.Row(i)[first..].CopyTo(band.Span[At(i + Front, first + Front)..]);
        }

        vectors.Span.Clear();
        for (var row = 0; row < Tile; row++) vectors.Span.Slice((4 * Width) + (row * Tile), row).Fill(1);
    }

    /// <summary>Reduces what is in the band of a matrix whose largest magnitude is near 1. Cost: 3 n^2 fused multiplications for each element of a row in the band.</summary>
    /// <returns>The diagonal, and the elements left of it; the first of them is 0.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static (double[] Diagonal, double[] OffDiagonal) Of(LowerTriangle matrix, CancellationToken cancellation)
    {
        using var chase = new BulgeChase(matrix);
        var (diagonal, offDiagonal) = (new double[matrix.Size], new double[matrix.Size]);
        for (var i = matrix.Size - 1; i >= 0; i--)
        {
            cancellation.ThrowIfCancellationRequested();
            diagonal[i] = chase.band.Span[At(i + Front, i + Front)];
            if (i > 0) offDiagonal[i] = chase.Sweep(i + Front);
        }

        return (diagonal, offDiagonal);
    }

    public void Dispose()
    {
        band.Dispose();
        vectors.Dispose();
    }

    private static int At(int row, int column) => (row * Stride) + column;

    /// <summary>Reflects a row and chases the bulge to the front.</summary>
    /// <returns>What is left beside the diagonal.</returns>
    private double Sweep(int row)
    {
        ref var elements = ref MemoryMarshal.GetReference(band.Span);
        ref var work = ref MemoryMarshal.GetReference(vectors.Span);
        if (Vector512.IsHardwareAccelerated) return Sweep<Wide512>(ref elements, ref work, row);
        return Vector256.IsHardwareAccelerated ? Sweep<Wide256>(ref elements, ref work, row) : Sweep<Wide128>(ref elements, ref work, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sweep<T>(ref double elements, ref double work, int row)
        where T : struct, IWide<T>
    {
        ref var v = ref work;
        ref var next = ref Unsafe.Add(ref work, Width);
        var result = Reflect<T>(ref Unsafe.Add(ref elements, At(row, row - Width)), ref v, out var tau);
        for (var begin = row - Width; ; begin -= Width)
        {
            ApplyFromBothSides<T>(ref Unsafe.Add(ref elements, At(begin, begin)), ref v, tau, ref Unsafe.Add(ref work, 2 * Width));
            if (begin <= Front) return result;
            tau = ChaseThrough<T>(ref Unsafe.Add(ref elements, At(begin, begin - Width)), ref v, tau, ref next);
            ref var free = ref v;
            v = ref next;
            next = ref free;
        }
    }

    /// <summary>Makes the vector v, last element 1, of the reflection that takes x to beta times the last unit vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Reflect<T>(ref double x, ref double v, out double tau)
        where T : struct, IWide<T>
    {
        for (nint k = 0; k < Width; k += Tile) T.Load(ref x, k).Store(ref v, k);
        return Reflection.Make(MemoryMarshal.CreateSpan(ref v, Width), out tau);
    }

    /// <summary>Replaces a block D on the diagonal by H D H = D - v w' - w v', with p = tau D v and w = p - (tau/2)(p'v) v.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ApplyFromBothSides<T>(ref double block, ref double v, double tau, ref double products)
        where T : struct, IWide<T>
    {
        if (tau == 0) return;
        var zero = T.Create(0);
        var (v0, v1, v2, v3) = (T.Load(ref v, 0), T.Load(ref v, 8), T.Load(ref v, 16), T.Load(ref v, 24));
        var (p0, p1, p2, p3) = (zero, zero, zero, zero);
        ref var belowDiagonal = ref Unsafe.Add(ref products, 2 * Width);
        for (nint row = 0; row < Width; row++)
        {
            ref var numbers = ref Unsafe.Add(ref block, row * Stride);
            var factor = T.Create(Unsafe.Add(ref v, row));
            var sum = zero;
            T a;
            if (row >= 8)
            {
                a = T.Load(ref numbers, 0);
                sum = T.MultiplyAdd(a, v0, sum);
                p0 = T.MultiplyAdd(a, factor, p0);
            }

            if (row >= 16)
            {
                a = T.Load(ref numbers, 8);
                sum = T.MultiplyAdd(a, v1, sum);
                p1 = T.MultiplyAdd(a, factor, p1);
            }

            if (row >= 24)
            {
                a = T.Load(ref numbers, 16);
                sum = T.MultiplyAdd(a, v2, sum);
                p2 = T.MultiplyAdd(a, factor, p2);
            }

            // What is right of the diagonal in this vector is anything.
            var tile = row / Tile * Tile;
            a = T.MultiplyAdd(T.Load(ref numbers, tile), T.Load(ref belowDiagonal, (row - tile) * Tile), zero);
            sum = T.MultiplyAdd(a, T.Load(ref v, tile), sum);
            if (row < 8) p0 = T.MultiplyAdd(a, factor, p0);
            else if (row < 16) p1 = T.MultiplyAdd(a, factor, p1);
            else if (row < 24) p2 = T.MultiplyAdd(a, factor, p2);
            else p3 = T.MultiplyAdd(a, factor, p3);
            Unsafe.Add(ref products, row) = Math.FusedMultiplyAdd(Unsafe.Add(ref numbers, row), Unsafe.Add(ref v, row), sum.Sum());
        }

        var (scale, one) = (T.Create(tau), T.Create(1));
        p0 = T.MultiplyAdd(scale, T.MultiplyAdd(one, p0, T.Load(ref products, 0)), zero);
        p1 = T.MultiplyAdd(scale, T.MultiplyAdd(one, p1, T.Load(ref products, 8)), zero);
        p2 = T.MultiplyAdd(scale, T.MultiplyAdd(one, p2, T.Load(ref products, 16)), zero);
        p3 = T.MultiplyAdd(scale, T.MultiplyAdd(one, p3, T.Load(ref products, 24)), zero);
        var along = T.Create(-0.5 * tau * T.MultiplyAdd(p0, v0, T.MultiplyAdd(p1, v1, T.MultiplyAdd(p2, v2, T.MultiplyAdd(p3, v3, zero)))).Sum());
        var (w0, w1, w2, w3) = (T.MultiplyAdd(along, v0, p0), T.MultiplyAdd(along, v1, p1), T.MultiplyAdd(along, v2, p2), T.MultiplyAdd(along, v3, p3));
        ref var w = ref products;
        w0.Store(ref w, 0);
        w1.Store(ref w, 8);
        w2.Store(ref w, 16);
        w3.Store(ref w, 24);
        for (nint row = 0; row < Width; row++)
        {
            ref var numbers = ref Unsafe.Add(ref block, row * Stride);
            var (minusV, minusW) = (T.Create(-Unsafe.Add(ref v, row)), T.Create(-Unsafe.Add(ref w, row)));
            T.MultiplyAdd(minusW, v0, T.MultiplyAdd(minusV, w0, T.Load(ref numbers, 0))).Store(ref numbers, 0);
            if (row < 8) continue;
            T.MultiplyAdd(minusW, v1, T.MultiplyAdd(minusV, w1, T.Load(ref numbers, 8))).Store(ref numbers, 8);
            if (row < 16) continue;
            T.MultiplyAdd(minusW, v2, T.MultiplyAdd(minusV, w2, T.Load(ref numbers, 16))).Store(ref numbers, 16);
            if (row < 24) continue;
            T.MultiplyAdd(minusW, v3, T.MultiplyAdd(minusV, w3, T.Load(ref numbers, 24))).Store(ref numbers, 24);
        }
    }

    /// <summary>Reflects the rows of a block beside the diagonal, then reflects its last row onto its last element, and the others with it.</summary>
    /// <returns>The factor of the new reflection.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double ChaseThrough<T>(ref double block, ref double v, double tau, ref double next)
        where T : struct, IWide<T>
    {
        var (s0, s1, s2, s3) = (T.Create(0), T.Create(0), T.Create(0), T.Create(0));
        for (nint row = 0; row < Width; row++)
        {
            ref var numbers = ref Unsafe.Add(ref block, row * Stride);
            var factor = T.Create(-tau * Unsafe.Add(ref v, row));
            s0 = T.MultiplyAdd(factor, T.Load(ref numbers, 0), s0);
            s1 = T.MultiplyAdd(factor, T.Load(ref numbers, 8), s1);
            s2 = T.MultiplyAdd(factor, T.Load(ref numbers, 16), s2);
            s3 = T.MultiplyAdd(factor, T.Load(ref numbers, 24), s3);
        }

        // The vector's last element is 1.
        var zero = T.Create(0);
        var one = T.Create(1);
        ref var last = ref Unsafe.Add(ref block, (Width - 1) * Stride);
        T.MultiplyAdd(one, s0, T.Load(ref last, 0)).Store(ref next, 0);
        T.MultiplyAdd(one, s1, T.Load(ref last, 8)).Store(ref next, 8);
        T.MultiplyAdd(one, s2, T.Load(ref last, 16)).Store(ref next, 16);
        T.MultiplyAdd(one, s3, T.Load(ref last, 24)).Store(ref next, 24);
        var beta = Reflection.Make(MemoryMarshal.CreateSpan(ref next, Width), out var nextTau);
        zero.Store(ref last, 0);
        zero.Store(ref last, 8);
        zero.Store(ref last, 16);
        zero.Store(ref last, 24);
        Unsafe.Add(ref last, Width - 1) = beta;
        var (u0, u1, u2, u3) = (T.Load(ref next, 0), T.Load(ref next, 8), T.Load(ref next, 16), T.Load(ref next, 24));
        for (nint row = 0; row < Width - 1; row++)
        {
            ref var numbers = ref Unsafe.Add(ref block, row * Stride);
            var factor = T.Create(Unsafe.Add(ref v, row));
            var a0 = T.MultiplyAdd(factor, s0, T.Load(ref numbers, 0));
            var a1 = T.MultiplyAdd(factor, s1, T.Load(ref numbers, 8));
            var a2 = T.MultiplyAdd(factor, s2, T.Load(ref numbers, 16));
            var a3 = T.MultiplyAdd(factor, s3, T.Load(ref numbers, 24));
            var along = T.Create(-nextTau * T.MultiplyAdd(a0, u0, T.MultiplyAdd(a1, u1, T.MultiplyAdd(a2, u2, T.MultiplyAdd(a3, u3, zero)))).Sum());
            T.MultiplyAdd(along, u0, a0).Store(ref numbers, 0);
            T.MultiplyAdd(along, u1, a1).Store(ref numbers, 8);
            T.MultiplyAdd(along, u2, a2).Store(ref numbers, 16);
            T.MultiplyAdd(along, u3, a3).Store(ref numbers, 24);
        }

        return nextTau;
    }
}
