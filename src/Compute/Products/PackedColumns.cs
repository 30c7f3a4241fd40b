using System.Numerics;

namespace Infoscope.Compute;

/// <summary>The right-hand side of a product X A', packed once for the kernels: each row of A is a column.</summary>
/// <remarks>Columns lie in panels of two registers, or one at the end where that is enough; in a panel the first elements of all its columns come first,
/// then the second ones. Columns that the last panel lacks are zeros. May be read by several threads.</remarks>
internal sealed class PackedColumns<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly T[] elements;

    private PackedColumns(int count, int length)
    {
        Count = count;
        Length = length;
        elements = new T[(long)PaddedCount * length];
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
        for (var column = 0; column < count; column++)
        {
            var panel = packed.Panel(column / PanelColumns * PanelColumns, 0, out var width);
            var at = column % PanelColumns;
            foreach (var element in rowMajor.Slice(column * length, length))
            {
                panel[at] = element;
                at += width;
            }
        }

        return packed;
    }

    /// <summary>Packs some lines of a matrix, on the threads that the session may use.</summary>
    public static PackedColumns<T> Of(ComputeSession session, Lines lines, int first, int count)
    {
        var packed = new PackedColumns<T>(count, lines.Length);
        Parts.Run(session, (count + PanelColumns - 1) / PanelColumns, part =>
        {
            var column = part * PanelColumns;
            var panel = packed.Panel(column, 0, out var width);
            lines.Interleave(first + column, Math.Min(width, count - column), width, panel);
        });
        return packed;
    }

    /// <summary>Gets the panel that begins with a column, from an element on, and its width.</summary>
    public Span<T> Panel(int firstColumn, int firstElement, out int width)
    {
        width = Math.Min(PanelColumns, PaddedCount - firstColumn);
        return elements.AsSpan((firstColumn * Length) + (firstElement * width), (Length - firstElement) * width);
    }
}
