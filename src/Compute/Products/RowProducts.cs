using System.Buffers;
using System.Numerics;

namespace Infoscope.Compute;

/// <summary>Products of rows that lie somewhere in memory with packed columns, on the thread of the caller.</summary>
internal static class RowProducts
{
    /// <summary>The most terms that are added in single before they are added in double.</summary>
    public const int StretchLength = 256;

    // With 100 columns of single, a stretch of the rows, of the columns and of the sums fit into the second level of the cache.
    private const int BlockRows = 48;

    /// <summary>Gets the product of every row with every column.</summary>
    /// <param name="rows">The rows; row i begins at i times <paramref name="stride"/> and has as many elements as a column.</param>
    /// <param name="count">The number of rows; fastest in multiples of 12.</param>
    /// <param name="stride">The distance between the beginnings of two rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="products">Takes count x columns products, row-major.</param>
    /// <remarks>A product depends on its own row and column alone. In double, terms are added one after another, each rounded once; in single so are stretches of
    /// <see cref="StretchLength"/> terms, and their sums are added in double.</remarks>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void Multiply<T>(ReadOnlySpan<T> rows, int count, int stride, PackedColumns<T> columns, Span<T> products)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, columns.Length);
        if (products.Length != (long)count * columns.Count)
            throw new ArgumentException($"there is room for {products.Length} products; {count} rows and {columns.Count} columns make {(long)count * columns.Count}.");
        if (count == 0 || columns.Count == 0) return;
        if (rows.Length < ((long)(count - 1) * stride) + columns.Length)
            throw new ArgumentException($"the buffer has {rows.Length} elements; {count} rows of {columns.Length}, {stride} apart, need {((long)(count - 1) * stride) + columns.Length}.");

        var padded = columns.PaddedCount;
        var sums = ArrayPool<double>.Shared.Rent(Math.Min(BlockRows, count) * padded);
        try
        {
            for (var row = 0; row < count; row += BlockRows)
            {
                var lines = Math.Min(BlockRows, count - row);
                sums.AsSpan(0, lines * padded).Clear();
                AddTo(rows[(row * stride)..], lines, stride, columns, sums, padded);
                for (var r = 0; r < lines; r++)
                    Numbers.Convert<double, T>(sums.AsSpan(r * padded, columns.Count), products.Slice((row + r) * columns.Count, columns.Count));
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sums);
        }
    }

    private static void AddTo<T>(ReadOnlySpan<T> rows, int lines, int stride, PackedColumns<T> columns, Span<double> sums, int sumStride)
        where T : unmanaged, INumberBase<T>
    {
        for (var k = 0; k < columns.Length; k += StretchLength)
        {
            var length = Math.Min(StretchLength, columns.Length - k);
            var left = Stretch<T>.OfRows(rows[k..], lines, length, stride);
            for (var column = 0; column < columns.Count; column += PackedColumns<T>.PanelColumns)
            {
                var panel = columns.Panel(column, k, length, out var isWide);
                Tiles.Add(in left, panel, isWide, ref sums[column], sumStride, default(FusedProduct));
            }
        }
    }
}
