using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Infoscope.Compute;

/// <summary>A stretch of some lines of the left-hand side, as the kernels read it.</summary>
internal readonly ref struct Stretch<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly ref readonly T first;
    private readonly nint lineStep;

    private Stretch(ref readonly T first, int lines, int length, nint lineStep)
    {
        this.first = ref first;
        this.lineStep = lineStep;
        Lines = lines;
        Length = length;
    }

    /// <summary>Gets the number of lines.</summary>
    public int Lines { get; }

    /// <summary>Gets the number of elements of each.</summary>
    public int Length { get; }

    /// <summary>Takes lines whose elements are neighbours and which begin <paramref name="stride"/> elements apart.</summary>
    public static Stretch<T> OfRows(ReadOnlySpan<T> rows, int lines, int length, int stride)
    {
        _ = rows[..(((lines - 1) * stride) + length)];
        return new Stretch<T>(in MemoryMarshal.GetReference(rows), lines, length, stride * (nint)Unsafe.SizeOf<T>());
    }

    /// <summary>Takes lines that lie tile by tile, as high as the kernels; in each the first elements of its lines come first, then the second ones.</summary>
    public static Stretch<T> OfTiles(ReadOnlySpan<T> tiles, int lines, int length)
    {
        _ = tiles[..(lines * length)];
        return new Stretch<T>(in MemoryMarshal.GetReference(tiles), lines, length, 0);
    }

    /// <summary>Gives the first lines, in whole tiles where there are more.</summary>
    public Stretch<T> First(int lines) => new(in first, Math.Min(Lines, (lines + 11) / 12 * 12), Length, lineStep);

    /// <summary>Pairs a tile with a packed panel of the same length.</summary>
    public Panels<T> Pair(int firstLine, int height, ref readonly T panel)
    {
        nint size = Unsafe.SizeOf<T>();
        ref var all = ref Unsafe.AsRef(in first);
        return lineStep != 0
            ? new Panels<T>(in Unsafe.AddByteOffset(ref all, firstLine * lineStep), lineStep, size, in panel, Length)
            : new Panels<T>(in Unsafe.Add(ref all, firstLine * (nint)Length), size, height * size, in panel, Length);
    }
}
