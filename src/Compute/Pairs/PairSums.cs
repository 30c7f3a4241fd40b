using System.Buffers;

namespace Infoscope.Compute;

/// <summary>Sums over the elements of every line of one matrix paired with every line of another: products, distances, kernels.</summary>
/// <remarks>
/// Each sum is taken in double, one element after another, starting from what the result holds. So it depends on its own two lines alone, and on nothing of
/// the blocks that the work is cut into. Cost: O(lines x lines x length).
/// </remarks>
internal static class PairSums
{
    // The packed right-hand block takes 4 MiB, the left-hand one 1 MiB, their sums 512 KiB.
    private const int BlockRows = 128;
    private const int BlockColumns = 512;
    private const int BlockLength = 1024;

    public static void AddTo<TTerm>(CpuMatrix result, Lines left, Lines right, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var pool = ArrayPool<double>.Shared;
        var blockLength = Math.Min(BlockLength, left.Length);
        var leftPanels = pool.Rent(PairTile.Round(Math.Min(BlockRows, left.Count)) * blockLength);
        var rightPanels = pool.Rent(PairTile.Round(Math.Min(BlockColumns, right.Count)) * blockLength);
        var sums = pool.Rent(BlockRows * BlockColumns);
        try
        {
            for (var column = 0; column < right.Count; column += BlockColumns)
            {
                var columns = Math.Min(BlockColumns, right.Count - column);
                for (var row = 0; row < left.Count; row += BlockRows)
                {
                    var rows = Math.Min(BlockRows, left.Count - row);
                    for (var r = 0; r < rows; r++) result.Read(row + r, column, sums.AsSpan(r * BlockColumns, columns));
                    for (var k = 0; k < left.Length; k += BlockLength)
                    {
                        var length = Math.Min(BlockLength, left.Length - k);
                        var packedLeft = leftPanels.AsSpan(0, PairTile.Round(rows) * length);
                        var packedRight = rightPanels.AsSpan(0, PairTile.Round(columns) * length);
                        left.Pack(row, rows, k, length, PairTile.Rows, packedLeft);

                        // One block of the whole length serves every block of rows.
                        if (row == 0 || left.Length > BlockLength) right.Pack(column, columns, k, length, PairTile.Columns, packedRight);
                        AddBlock(packedLeft, packedRight, sums, rows, columns, length, term);
                    }

                    for (var r = 0; r < rows; r++)
                    {
                        var finished = sums.AsSpan(r * BlockColumns, columns);
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

    private static void AddBlock<TTerm>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> sums, int rows, int columns, int length, TTerm term)
        where TTerm : struct, IPairTerm
    {
        for (var row = 0; row < rows; row += PairTile.Rows)
        {
            var leftPanel = left.Slice(row * length, PairTile.Rows * length);
            for (var column = 0; column < columns; column += PairTile.Columns)
                PairTile.Add(leftPanel, right.Slice(column * length, PairTile.Columns * length), sums[((row * BlockColumns) + column)..], BlockColumns, term);
        }
    }
}
