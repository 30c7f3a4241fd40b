using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Engine.Feeding;

/// <summary>The factor by which rows are multiplied to see what becomes of the values.</summary>
internal static class Factor
{
    /// <summary>Multiplies numbers in place.</summary>
    public static void Multiply<T>(Span<T> numbers, int factor)
        where T : unmanaged, INumber<T>
    {
        if (factor == 1) return;
        var by = T.CreateChecked(factor);
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(numbers);
        foreach (ref var vector in vectors) vector *= by;
        foreach (ref var number in numbers[(vectors.Length * Vector<T>.Count)..]) number *= by;
    }
}
