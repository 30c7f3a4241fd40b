using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Compute;

/// <summary>Copies numbers from one precision to another, rounding once.</summary>
internal static class Numbers
{
    public static void Convert<TFrom, TTo>(ReadOnlySpan<TFrom> from, Span<TTo> to)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        if (typeof(TFrom) == typeof(TTo))
        {
            MemoryMarshal.Cast<TFrom, TTo>(from).CopyTo(to);
            return;
        }

        if (typeof(TFrom) == typeof(double) && typeof(TTo) == typeof(float)) Narrow(MemoryMarshal.Cast<TFrom, double>(from), MemoryMarshal.Cast<TTo, float>(to));
        else Widen(MemoryMarshal.Cast<TFrom, float>(from), MemoryMarshal.Cast<TTo, double>(to));
    }

    private static void Narrow(ReadOnlySpan<double> from, Span<float> to)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(to);
        var halves = MemoryMarshal.Cast<double, Vector<double>>(from);
        for (var i = 0; i < wide.Length; i++) wide[i] = Vector.Narrow(halves[2 * i], halves[(2 * i) + 1]);
        for (var i = wide.Length * Vector<float>.Count; i < to.Length; i++) to[i] = (float)from[i];
    }

    private static void Widen(ReadOnlySpan<float> from, Span<double> to)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(from);
        var halves = MemoryMarshal.Cast<double, Vector<double>>(to);
        for (var i = 0; i < wide.Length; i++) (halves[2 * i], halves[(2 * i) + 1]) = (Vector.WidenLower(wide[i]), Vector.WidenUpper(wide[i]));
        for (var i = wide.Length * Vector<float>.Count; i < to.Length; i++) to[i] = from[i];
    }
}
