using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Sums over the elements of every line of one matrix paired with every line of another: products, distances, kernels.</summary>
/// <remarks>
/// Each sum is taken in double, one element after another, starting from what the result holds. So it depends on its own two lines alone, and on nothing of
/// the blocks that the work is cut into. Cost: O(lines x lines x length).
/// </remarks>
internal static class PairSums
{
    // A tile of 4 x 8 sums lives in eight vector registers.
    private const int TileRows = 4;
    private const int TileColumns = 8;

    private const int BlockRows = 4 * TileRows;

    // The packed right-hand lines are kept near 4 MiB; one panel of them is the least.
    private const int PackedLimit = 1 << 19;

    public static void AddTo<TTerm>(CpuMatrix result, Lines left, Lines right, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var length = left.Length;
        var blockColumns = Math.Min(RoundUp(right.Count), Math.Max(TileColumns, PackedLimit / Math.Max(length, 1) / TileColumns * TileColumns));
        var pool = ArrayPool<double>.Shared;
        var leftPanels = pool.Rent(checked(BlockRows * length));
        var rightPanels = pool.Rent(checked(blockColumns * length));
        var sums = pool.Rent(BlockRows * blockColumns);
        try
        {
            for (var column = 0; column < right.Count; column += blockColumns)
            {
                var columns = Math.Min(blockColumns, right.Count - column);
                var packedRight = rightPanels.AsSpan(0, RoundUp(columns) * length);
                right.Pack(column, columns, TileColumns, packedRight);
                for (var row = 0; row < left.Count; row += BlockRows)
                {
                    var rows = Math.Min(BlockRows, left.Count - row);
                    left.Pack(row, rows, TileRows, leftPanels.AsSpan(0, BlockRows * length));
                    for (var r = 0; r < rows; r++) result.Read(row + r, column, sums.AsSpan(r * blockColumns, columns));
                    AddBlock(leftPanels, packedRight, sums, rows, columns, blockColumns, length, term);
                    for (var r = 0; r < rows; r++)
                    {
                        var finished = sums.AsSpan(r * blockColumns, columns);
                        foreach (ref var sum in finished) sum = term.Finish(sum);
                        result.Write(row + r, column, finished);
                    }
                }
            }
        }
        finally
        {
            pool.Return(leftPanels);
            pool.Return(rightPanels);
            pool.Return(sums);
        }
    }

    private static int RoundUp(int columns) => checked(columns + TileColumns - 1) / TileColumns * TileColumns;

    private static void AddBlock<TTerm>(
        ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> sums, int rows, int columns, int stride, int length, TTerm term)
        where TTerm : struct, IPairTerm
    {
        for (var row = 0; row < rows; row += TileRows)
        {
            for (var column = 0; column < columns; column += TileColumns)
                AddTile(left.Slice(row * length, TileRows * length), right.Slice(column * length, TileColumns * length), sums[((row * stride) + column)..], stride, term);
        }
    }

    private static void AddTile<TTerm>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> sums, int stride, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var row0 = MemoryMarshal.Cast<double, Vector256<double>>(sums[..TileColumns]);
        var row1 = MemoryMarshal.Cast<double, Vector256<double>>(sums.Slice(stride, TileColumns));
        var row2 = MemoryMarshal.Cast<double, Vector256<double>>(sums.Slice(2 * stride, TileColumns));
        var row3 = MemoryMarshal.Cast<double, Vector256<double>>(sums.Slice(3 * stride, TileColumns));
        var (s00, s01, s10, s11) = (row0[0], row0[1], row1[0], row1[1]);
        var (s20, s21, s30, s31) = (row2[0], row2[1], row3[0], row3[1]);
        var pairs = MemoryMarshal.Cast<double, Vector256<double>>(right);
        while (pairs.Length >= 2 && left.Length >= TileRows)
        {
            var (y0, y1) = (pairs[0], pairs[1]);
            var x = Vector256.Create(left[0]);
            s00 = term.Add(s00, x, y0);
            s01 = term.Add(s01, x, y1);
            x = Vector256.Create(left[1]);
            s10 = term.Add(s10, x, y0);
            s11 = term.Add(s11, x, y1);
            x = Vector256.Create(left[2]);
            s20 = term.Add(s20, x, y0);
            s21 = term.Add(s21, x, y1);
            x = Vector256.Create(left[3]);
            s30 = term.Add(s30, x, y0);
            s31 = term.Add(s31, x, y1);
            pairs = pairs[2..];
            left = left[TileRows..];
        }

        (row0[0], row0[1], row1[0], row1[1]) = (s00, s01, s10, s11);
        (row2[0], row2[1], row3[0], row3[1]) = (s20, s21, s30, s31);
    }
}
