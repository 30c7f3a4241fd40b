using System.Buffers;
using System.Numerics;

namespace Infoscope.Formats;

/// <summary>Gathers row-major elements out of an array stored in Fortran order.</summary>
/// <remarks>A row is what one index of the first axis leads to; its elements lie a column apart.</remarks>
internal sealed class FortranReader<T>
    where T : unmanaged, INumberBase<T>
{
    private const int WindowElements = 1 << 15;

    // Sixteen columns are turned into rows together: their elements of one row share a cache line of the target.
    private const int ColumnsTogether = 16;

    // A system call costs about as much as copying this many bytes.
    private const int ShortColumnBytes = 1 << 11;

    private readonly ArrayLayout layout;
    private readonly ColumnOrder order;
    private readonly Action<long, T[], int, int> readStored;

    /// <summary>Takes an array with at least one element and two axes.</summary>
    /// <param name="layout">Its layout.</param>
    /// <param name="readStored">Reads elements as they are stored: from a place in storage, into an array, at a place there, so many.</param>
    public FortranReader(ArrayLayout layout, Action<long, T[], int, int> readStored)
    {
        this.layout = layout;
        this.readStored = readStored;
        order = new ColumnOrder(layout);
    }

    /// <summary>Reads elements from a place in row-major order.</summary>
    public void Read(long first, Span<T> elements)
    {
        var window = ArrayPool<T>.Shared.Rent(WindowElements);
        try
        {
            var begun = first % order.Columns;
            if (begun > 0)
            {
                var count = (int)Math.Min(elements.Length, order.Columns - begun);
                ReadPartOfRow(window, first / order.Columns, begun, elements[..count]);
                first += count;
                elements = elements[count..];
            }

            var rows = (int)(elements.Length / order.Columns);
            var inRows = (int)(rows * order.Columns);
            if (rows > 0) ReadRows(window, first / order.Columns, rows, elements[..inRows]);
            if (inRows < elements.Length) ReadPartOfRow(window, (first + inRows) / order.Columns, 0, elements[inRows..]);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(window);
        }
    }

    private void ReadPartOfRow(T[] window, long row, long firstColumn, Span<T> elements)
    {
        for (var i = 0; i < elements.Length; i++)
        {
            readStored((order.Stored(firstColumn + i) * order.Rows) + row, window, 0, 1);
            elements[i] = window[0];
        }
    }

    private void ReadRows(T[] window, long firstRow, int rows, Span<T> elements)
    {
        // Columns that are short, or of which much is wanted, are read whole, many with one call.
        var whole = order.Rows <= WindowElements / ColumnsTogether && (order.Rows * layout.ItemBytes <= ShortColumnBytes || order.Rows <= ColumnsTogether * (long)rows);
        var together = whole ? (int)(WindowElements / order.Rows) : ColumnsTogether;
        var most = whole ? rows : WindowElements / ColumnsTogether;
        for (var column = 0L; column < order.Columns; column += together)
        {
            var columns = (int)Math.Min(together, order.Columns - column);
            if (whole) readStored(column * order.Rows, window, 0, (int)(columns * order.Rows));
            for (var row = 0; row < rows; row += most)
            {
                var count = Math.Min(most, rows - row);
                for (var i = 0; !whole && i < columns; i++) readStored(((column + i) * order.Rows) + firstRow + row, window, i * most, count);
                var (start, stride) = whole ? ((int)firstRow, (int)order.Rows) : (0, most);
                for (var i = 0; i < columns; i += ColumnsTogether)
                    Turn(window.AsSpan(start + (i * stride)), stride, column + i, Math.Min(ColumnsTogether, columns - i), elements[(int)(row * order.Columns)..], count);
            }
        }
    }

    // Writes columns, a stride apart, into rows.
    private void Turn(ReadOnlySpan<T> pieces, int stride, long column, int columns, Span<T> elements, int rows)
    {
        Span<int> targets = stackalloc int[ColumnsTogether];
        for (var i = 0; i < columns; i++) targets[i] = (int)order.RowMajor(column + i);
        var width = (int)order.Columns;
        for (var row = 0; row < rows; row++)
        {
            var into = elements.Slice(row * width, width);
            for (var i = 0; i < columns; i++) into[targets[i]] = pieces[(i * stride) + row];
        }
    }
}
