using System.Buffers;
using System.Numerics;

namespace Infoscope.Compute;

/// <summary>The right-hand side of a product X A', packed once for the kernels: each row of A is a column.</summary>
/// <remarks>
/// One stretch of all columns comes after another. In a stretch columns lie in panels of two registers, or one at the end where that is enough; in a panel the first
/// elements of all its columns come first, then the second ones. Columns that the last panel lacks are zeros. May be read by several threads.
/// </remarks>
internal sealed class PackedColumns<T> : IDisposable
    where T : unmanaged, INumberBase<T>
{
    // The panels of one part of the packing.
    private const int GroupPanels = 16;

    private T[] elements;

    private PackedColumns(int count, int length)
    {
        Count = count;
        Length = length;
        elements = ArrayPool<T>.Shared.Rent(PaddedCount * length);
        if (PaddedCount != count) elements.AsSpan(0, PaddedCount * length).Clear();
    }

    /// <summary>Gets the number of columns of a whole panel.</summary>
    public static int PanelColumns { get; } = 2 * Tiles.Lanes<T>();

    /// <summary>Gets the number of columns.</summary>
    public int Count { get; }

    /// <summary>Gets the number of elements of each.</summary>
    public int Length { get; }

    /// <summary>Gets the number of columns with those that fill the last register.</summary>
    public int PaddedCount => (Count + (PanelColumns / 2) - 1) / (PanelColumns / 2) * (PanelColumns / 2);

    /// <summary>Packs the rows of a matrix.</summary>
    /// <exception cref="ArgumentException">The number of elements is not count times length.</exception>
    public static PackedColumns<T> Of(ReadOnlySpan<T> rowMajor, int count, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (rowMajor.Length != (long)count * length) throw new ArgumentException($"there are {rowMajor.Length} elements; {count} columns of {length} need {(long)count * length}.");
        var packed = new PackedColumns<T>(count, length);
        for (var k = 0; k < length; k += RowProducts.StretchLength)
        {
            var stretch = Math.Min(RowProducts.StretchLength, length - k);
            for (var column = 0; column < count; column++)
            {
                var panel = packed.Writable(column / PanelColumns * PanelColumns, k, stretch, out var width);
                var at = column % PanelColumns;
                foreach (var element in rowMajor.Slice((column * length) + k, stretch))
                {
                    panel[at] = element;
                    at += width;
                }
            }
        }

        return packed;
    }

    /// <summary>Packs some lines of a matrix, on the threads that the session may use.</summary>
    public static PackedColumns<T> Of(ComputeSession session, Lines lines, int first, int count)
    {
        var packed = new PackedColumns<T>(count, lines.Length);
        var stretches = (lines.Length + RowProducts.StretchLength - 1) / RowProducts.StretchLength;
        var groupColumns = PanelColumns * GroupPanels;
        Parts.Run(session, stretches * ((count + groupColumns - 1) / groupColumns), part =>
        {
            var k = part % stretches * RowProducts.StretchLength;
            var column = part / stretches * groupColumns;
            packed.Pack(lines, first, column, Math.Min(column + groupColumns, count), k, Math.Min(RowProducts.StretchLength, lines.Length - k));
        });
        return packed;
    }

    /// <summary>Gets a stretch of the panel that begins with a column; stretches begin at multiples of their greatest length.</summary>
    public ReadOnlySpan<T> Panel(int firstColumn, int firstElement, int length, out bool isWide)
    {
        var panel = Writable(firstColumn, firstElement, length, out var width);
        isWide = width == PanelColumns;
        return panel;
    }

    /// <summary>Gives the memory back; whoever does not dispose leaves it to the garbage collector.</summary>
    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(elements);
        elements = [];
    }

    private Span<T> Writable(int firstColumn, int firstElement, int length, out int width)
    {
        width = Math.Min(PanelColumns, PaddedCount - firstColumn);
        return elements.AsSpan((firstElement * PaddedCount) + (firstColumn * length), length * width);
    }

    private void Pack(Lines lines, int first, int column, int end, int firstElement, int length)
    {
        if (lines.AreColumns)
        {
            Span<T> numbers = stackalloc T[end - column];
            for (var k = 0; k < length; k++)
            {
                lines.Read(first + column, firstElement + k, numbers);
                for (var c = column; c < end; c += PanelColumns)
                {
                    var panel = Writable(c, firstElement, length, out var width);
                    numbers.Slice(c - column, Math.Min(width, end - c)).CopyTo(panel[(k * width)..]);
                }
            }

            return;
        }

        Span<T> line = stackalloc T[length];
        for (var c = column; c < end; c++)
        {
            lines.Read(first + c, firstElement, line);
            var panel = Writable(c / PanelColumns * PanelColumns, firstElement, length, out var width);
            var at = c % PanelColumns;
            foreach (var number in line)
            {
                panel[at] = number;
                at += width;
            }
        }
    }
}
