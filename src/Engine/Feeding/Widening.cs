using System.Numerics;

namespace Infoscope.Engine.Feeding;

/// <summary>Single precision made double, which loses nothing.</summary>
internal static class Widening
{
    /// <summary>Widens numbers.</summary>
    /// <param name="from">The numbers.</param>
    /// <param name="to">Takes as many.</param>
    public static void Widen(ReadOnlySpan<float> from, Span<double> to)
    {
        to = to[..from.Length];
        var width = Vector<float>.Count;
        var i = 0;
        for (; i <= from.Length - width; i += width)
        {
            Vector.Widen(new Vector<float>(from[i..]), out var low, out var high);
            low.CopyTo(to[i..]);
            high.CopyTo(to[(i + (width / 2))..]);
        }

        for (; i < from.Length; i++) to[i] = from[i];
    }
}
