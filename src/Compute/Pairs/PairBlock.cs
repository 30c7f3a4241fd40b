using System.Buffers;
using System.Numerics;

namespace Infoscope.Compute;

/// <summary>All lines of the left-hand side paired with some packed ones of the right-hand side, in parts that do not touch each other's results.</summary>
/// <param name="result">Holds what the sums begin with, and takes the results.</param>
/// <param name="left">The left-hand side.</param>
/// <param name="right">Lines of the right-hand side.</param>
/// <param name="firstColumn">The column of the result that the first of them belongs to.</param>
/// <param name="term">What is added up.</param>
internal sealed class PairBlock<T, TTerm>(CpuMatrix result, Lines left, PackedColumns<T> right, int firstColumn, TTerm term)
    where T : unmanaged, INumberBase<T>
    where TTerm : struct, ITerm
{
    // A multiple of the lines of a tile.
    private const int Rows = 96;

    private readonly int rowParts = (left.Count + Rows - 1) / Rows;

    /// <summary>Gets the most columns of a part: a stretch of them, of its rows and of the sums fit into the second level of the cache.</summary>
    public static int Columns => typeof(T) == typeof(float) ? 512 : 256;

    /// <summary>Gets whether sums begin with 0, whatever the result holds.</summary>
    public bool BeginsWithZero { get; init; }

    /// <summary>Gets whether what lies below the diagonal is written from its mirror image and not computed, as far as whole panels go.</summary>
    public bool IsSymmetric { get; init; }

    /// <summary>Gets whether the sums are complete afterwards.</summary>
    public bool IsLast { get; init; }

    public int Parts => rowParts * ((right.Count + Columns - 1) / Columns);

    public void Run(int part)
    {
        var row = part % rowParts * Rows;
        var rows = Math.Min(Rows, left.Count - row);
        var column = part / rowParts * Columns;
        var end = Math.Min(column + Columns, right.Count);
        if (IsSymmetric)
        {
            var diagonal = Math.Max(0, row - firstColumn);
            column = Math.Max(column, diagonal / PackedColumns<T>.PanelColumns * PackedColumns<T>.PanelColumns);
        }

        if (column < end) Run(row, rows, column, end - column);
    }

    private void Run(int row, int rows, int column, int columns)
    {
        // One more panel than is needed makes room for what the last one writes beyond its columns.
        var stride = columns + PackedColumns<T>.PanelColumns;
        var sums = ArrayPool<double>.Shared.Rent(rows * stride);
        var copy = ArrayPool<T>.Shared.Rent(rows * RowProducts.StretchLength);
        try
        {
            if (BeginsWithZero) sums.AsSpan(0, rows * stride).Clear();
            else for (var r = 0; r < rows; r++) Begin(row + r, column, sums.AsSpan(r * stride, columns));
            for (var k = 0; k < right.Length; k += RowProducts.StretchLength)
            {
                var length = Math.Min(RowProducts.StretchLength, right.Length - k);
                var lines = left.Stretch<T>(row, rows, k, length, copy);
                for (var panel = 0; panel < columns; panel += PackedColumns<T>.PanelColumns)
                {
                    var packed = right.Panel(column + panel, k, length, out var isWide);
                    var above = IsSymmetric ? lines.First(firstColumn + column + panel + PackedColumns<T>.PanelColumns - row) : lines;
                    Tiles.Add(in above, packed, isWide, ref sums[panel], stride, term);
                }
            }

            for (var r = 0; r < rows; r++)
            {
                var finished = sums.AsSpan(r * stride, columns);
                if (IsLast) term.Finish(finished);
                var below = Below(row + r, column, columns);
                if (below < columns) result.Write(row + r, firstColumn + column + below, finished[below..]);
            }

            if (IsSymmetric && !result.HoldsOneHalf) WriteMirrored(sums, stride, row, rows, column, columns);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sums);
            ArrayPool<T>.Shared.Return(copy);
        }
    }

    // What is below the diagonal is computed with its tile and never read.
    private void Begin(int row, int column, Span<double> sums)
    {
        var below = Below(row, column, sums.Length);
        sums[..below].Clear();
        if (below < sums.Length) result.Read(row, firstColumn + column + below, sums[below..]);
    }

    private int Below(int row, int column, int columns) => IsSymmetric ? Math.Clamp(row - firstColumn - column, 0, columns) : 0;

    private void WriteMirrored(ReadOnlySpan<double> sums, int stride, int row, int rows, int column, int columns)
    {
        Span<double> mirrored = stackalloc double[Rows];
        for (var c = 0; c < columns; c++)
        {
            var to = firstColumn + column + c;
            var above = mirrored[..Math.Clamp(to - row, 0, rows)];
            for (int r = 0, at = c; r < above.Length; r++, at += stride) above[r] = sums[at];
            result.Write(to, row, above);
        }
    }
}
