using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Infoscope.Compute;

/// <summary>The rows or the columns of a matrix, as vectors of one length.</summary>
internal readonly record struct Lines(CpuMatrix Matrix, bool AreColumns)
{
    public int Count => AreColumns ? Matrix.Columns : Matrix.Rows;

    public int Length => AreColumns ? Matrix.Rows : Matrix.Columns;

    /// <summary>Copies some lines into one panel, in which the first elements of all lines come first, then the second ones.</summary>
    public void Interleave<T>(int firstLine, int lines, int width, Span<T> panel)
        where T : unmanaged, INumberBase<T>
    {
        if (AreColumns)
        {
            for (var k = 0; k < Length; k++) Matrix.Read(k, firstLine, panel.Slice(k * width, lines));
            return;
        }

        // By stretches, so that what is written stays in the cache until it is complete.
        Span<T> stretch = stackalloc T[32];
        for (var k = 0; k < Length; k += stretch.Length)
        {
            var read = stretch[..Math.Min(stretch.Length, Length - k)];
            for (var line = 0; line < lines; line++)
            {
                Matrix.Read(firstLine + line, k, read);
                var at = (k * width) + line;
                foreach (var number in read)
                {
                    panel[at] = number;
                    at += width;
                }
            }
        }
    }

    /// <summary>Gives a stretch of some lines to the kernels, where they lie if that is in the right type, else copied; steps are in bytes.</summary>
    public ref readonly T Stretch<T>(int firstLine, int lines, int firstElement, int length, Span<T> copy, out nint lineStep, out nint elementStep)
        where T : unmanaged, INumberBase<T>
    {
        if (AreColumns)
        {
            for (var k = 0; k < length; k++) Matrix.Read(firstElement + k, firstLine, copy.Slice(k * lines, lines));
            (lineStep, elementStep) = (Unsafe.SizeOf<T>(), lines * (nint)Unsafe.SizeOf<T>());
            return ref MemoryMarshal.GetReference(copy);
        }

        elementStep = Unsafe.SizeOf<T>();
        if (Matrix is CpuMatrix<T> stored)
        {
            lineStep = stored.Columns * (nint)Unsafe.SizeOf<T>();
            return ref stored.Elements[(firstLine * stored.Columns) + firstElement];
        }

        for (var line = 0; line < lines; line++) Matrix.Read(firstLine + line, firstElement, copy.Slice(line * length, length));
        lineStep = length * (nint)Unsafe.SizeOf<T>();
        return ref MemoryMarshal.GetReference(copy);
    }
}
