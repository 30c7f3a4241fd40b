using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Infoscope.Compute;

/// <summary>The rows or the columns of a matrix, as vectors of one length.</summary>
internal readonly record struct Lines(CpuMatrix Matrix, bool AreColumns)
{
    public int Count => AreColumns ? Matrix.Columns : Matrix.Rows;

    public int Length { get; private init; } = AreColumns ? Matrix.Rows : Matrix.Columns;

    private int FirstElement { get; init; }

    /// <summary>Gets the same lines from an element on.</summary>
    public Lines Piece(int first, int length) => this with { FirstElement = FirstElement + first, Length = length };

    /// <summary>Reads element k of neighbouring lines if these are columns, and of one line some elements from k on if they are rows.</summary>
    public void Read<T>(int line, int k, Span<T> numbers)
        where T : unmanaged, INumberBase<T>
    {
        if (AreColumns) Matrix.Read(FirstElement + k, line, numbers);
        else Matrix.Read(line, FirstElement + k, numbers);
    }

    /// <summary>Gives a stretch of some lines to the kernels: where they lie if they are rows in the right type, else copied.</summary>
    public Stretch<T> Stretch<T>(int firstLine, int lines, int firstElement, int length, Span<T> copy)
        where T : unmanaged, INumberBase<T>
    {
        if (AreColumns)
        {
            Span<T> numbers = stackalloc T[lines];
            for (var k = 0; k < length; k++)
            {
                Read(firstLine, firstElement + k, numbers);
                Deal(numbers, k, length, copy);
            }

            return Compute.Stretch<T>.OfTiles(copy, lines, length);
        }

        if (Matrix is CpuMatrix<T> stored)
            return Compute.Stretch<T>.OfRows(stored.Elements[((firstLine * stored.Columns) + FirstElement + firstElement)..], lines, length, stored.Columns);

        for (var line = 0; line < lines; line++) Read(firstLine + line, firstElement, copy.Slice(line * length, length));
        return Compute.Stretch<T>.OfRows(copy, lines, length, length);
    }

    /// <summary>Deals element k of all lines out to the tiles.</summary>
    private static void Deal<T>(ReadOnlySpan<T> numbers, int k, int length, Span<T> tiles)
        where T : unmanaged
    {
        for (var line = 0; line < numbers.Length;)
        {
            var height = Tiles.Height(numbers.Length - line);
            var from = numbers.Slice(line, height);
            var to = tiles.Slice((line * length) + (k * height), height);

            // A length that the compiler knows becomes a few wide moves.
            if (height == 12) MemoryMarshal.Cast<T, TwelveOf<T>>(to)[0] = MemoryMarshal.Cast<T, TwelveOf<T>>(from)[0];
            else from.CopyTo(to);
            line += height;
        }
    }

    [InlineArray(12)]
    private struct TwelveOf<T>
    {
        private T first;
    }
}
