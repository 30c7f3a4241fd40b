using System.Buffers;
using System.Numerics;

namespace Infoscope.Formats;

/// <summary>Gathers a stretch of row-major elements out of an array stored in Fortran order.</summary>
internal static class FortranReader
{
    private const int WindowElements = 1 << 15;

    // Shorter columns are read many at a time: one system call for a few elements costs more than the elements.
    private const int ShortColumn = 1 << 11;

    /// <summary>Reads elements, one contiguous piece per column.</summary>
    /// <param name="layout">The layout of an array that is not empty.</param>
    /// <param name="readStored">Reads elements as they are stored, from a place in storage.</param>
    /// <param name="first">The first element in row-major order.</param>
    /// <param name="elements">Where they go.</param>
    public static void Read<T>(ArrayLayout layout, Action<long, T[], int> readStored, long first, Span<T> elements)
        where T : unmanaged, INumberBase<T>
    {
        var order = new ColumnOrder(layout);
        var (columns, last) = (order.Columns, first + elements.Length - 1);
        var window = new Window<T>(readStored, layout.Length, readAhead: order.Rows <= ShortColumn);
        try
        {
            if (elements.Length >= columns)
            {
                for (var stored = 0L; stored < columns; stored++) Column(stored, order.RowMajor(stored), elements);
                return;
            }

            // Fewer elements than a row: they touch one stretch of columns, or the end of one row and the beginning of the next.
            var (firstColumn, lastColumn) = (first % columns, last % columns);
            if (firstColumn > lastColumn)
            {
                for (var column = 0L; column <= lastColumn; column++) Column(order.Stored(column), column, elements);
                lastColumn = columns - 1;
            }

            for (var column = firstColumn; column <= lastColumn; column++) Column(order.Stored(column), column, elements);
        }
        finally
        {
            window.Dispose();
        }

        void Column(long stored, long column, Span<T> into)
        {
            if (last < column) return;
            var row = first <= column ? 0 : ((first - column - 1) / columns) + 1;
            var lastRow = (last - column) / columns;
            while (row <= lastRow)
            {
                var piece = window.Get((stored * order.Rows) + row, (int)Math.Min(WindowElements, lastRow - row + 1));
                var target = (row * columns) + column - first;
                foreach (var element in piece)
                {
                    into[(int)target] = element;
                    target += columns;
                }

                row += piece.Length;
            }
        }
    }

    /// <summary>The elements read last, in storage order.</summary>
    private sealed class Window<T>(Action<long, T[], int> readStored, long length, bool readAhead) : IDisposable
    {
        private readonly T[] held = ArrayPool<T>.Shared.Rent(WindowElements);
        private long start;
        private int count;

        public ReadOnlySpan<T> Get(long from, int wanted)
        {
            if (from < start || from + wanted > start + count)
            {
                (start, count) = (from, readAhead ? (int)Math.Min(WindowElements, length - from) : wanted);
                readStored(start, held, count);
            }

            return held.AsSpan((int)(from - start), wanted);
        }

        public void Dispose() => ArrayPool<T>.Shared.Return(held);
    }
}
