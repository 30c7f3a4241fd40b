using System.Numerics;

namespace Infoscope.Compute;

/// <summary>Sums over the elements of every line of one matrix paired with every line of another: products, distances, kernels.</summary>
/// <remarks>
/// A sum depends on its own two lines alone, and on nothing of the blocks and threads that the work is cut into. Sums of lines of one matrix with each
/// other are taken once for each pair. Cost: O(lines x lines x length).
/// </remarks>
internal static class PairSums
{
    // Packed columns are a copy of the right-hand side; a large one is copied and paired piece by piece: 32 MiB of singles at most, in pieces not shorter than this.
    private const int MostPackedElements = 1 << 23;
    private const int ShortestPiece = 1 << 14;

    // Below that, comparing a target with its mirror image costs as much as half of the sums.
    private const int LengthWorthMirroring = 64;

    /// <summary>Gets the results of all pairs, whatever the matrix that takes them holds before.</summary>
    public static void Fill<TTerm>(ComputeSession session, CpuMatrix result, Lines left, Lines right, TTerm term)
        where TTerm : struct, ITerm =>
        Run<double, TTerm>(session, result, left, right, term, isZero: true, isSymmetric: left == right);

    /// <summary>Adds products to a target, or to zeros whatever the target holds: by sums in single where everything is stored in it, in double elsewhere.</summary>
    public static void AddProducts(ComputeSession session, CpuMatrix target, Lines left, Lines right, bool isZero)
    {
        var isSymmetric = left == right && (isZero || target.HoldsOneHalf || (left.Length >= LengthWorthMirroring && target.IsSymmetric()));
        target.Prepare(isSymmetric);
        if (target is CpuMatrix<float> && left.Matrix is CpuMatrix<float> && right.Matrix is CpuMatrix<float>)
            Run<float, FusedProduct>(session, target, left, right, default, isZero, isSymmetric);
        else
            Run<double, FusedProduct>(session, target, left, right, default, isZero, isSymmetric);
    }

    private static void Run<T, TTerm>(ComputeSession session, CpuMatrix result, Lines left, Lines right, TTerm term, bool isZero, bool isSymmetric)
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
    {
        var longest = Math.Max(ShortestPiece, MostPackedElements / Math.Max(1, right.Count) / RowProducts.StretchLength * RowProducts.StretchLength);
        if (right.Length <= longest)
        {
            RunPiece<T, TTerm>(session, result, left, right, term, isZero, isSymmetric, isLast: true);
            return;
        }

        // Between two pieces of the lines the sums wait in double.
        using var widened = result is CpuMatrix<float> ? new CpuMatrix<double>(session, result.Rows, result.Columns) : null;
        if (!isZero) widened?.CopyFrom(result);
        var sums = widened ?? result;
        for (var k = 0; k < right.Length; k += longest)
        {
            var length = Math.Min(longest, right.Length - k);
            RunPiece<T, TTerm>(session, sums, left.Piece(k, length), right.Piece(k, length), term, isZero && k == 0, isSymmetric, isLast: k + length == right.Length);
        }

        if (widened is not null) result.CopyFrom(widened);
    }

    private static void RunPiece<T, TTerm>(ComputeSession session, CpuMatrix result, Lines left, Lines right, TTerm term, bool isZero, bool isSymmetric, bool isLast)
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
    {
        var pieces = Math.Max(1, MostPackedElements / Math.Max(1, right.Length) / PairBlock<T, TTerm>.Columns);
        for (var first = 0; first < right.Count; first += pieces * PairBlock<T, TTerm>.Columns)
        {
            var count = Math.Min(pieces * PairBlock<T, TTerm>.Columns, right.Count - first);
            using var packed = PackedColumns<T>.Of(session, right, first, count);
            var block = new PairBlock<T, TTerm>(result, left, packed, first, term) { BeginsWithZero = isZero, IsSymmetric = isSymmetric, IsLast = isLast };
            Parts.Run(session, block.Parts, block.Run);
        }
    }
}
