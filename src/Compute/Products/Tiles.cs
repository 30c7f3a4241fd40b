using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Sums of some lines paired with some packed columns, by kernels as tall as there are lines left.</summary>
internal static class Tiles
{
    /// <summary>Gets how many numbers the widest registers of this processor hold.</summary>
    public static int Lanes<T>()
        where T : unmanaged, INumberBase<T> =>
        Vector512.IsHardwareAccelerated ? Vector512<T>.Count
        : Vector256.IsHardwareAccelerated ? Vector256<T>.Count
        : Vector128.IsHardwareAccelerated ? Vector128<T>.Count
        : 1;

    /// <summary>Adds to sums, which lie line by line <paramref name="stride"/> apart, the terms of <paramref name="lines"/> lines and one panel.</summary>
    public static void Add<T, TTerm>(in Panels<T> panels, int lines, bool wide, ref double sums, int stride, TTerm term)
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
    {
        if (Vector512.IsHardwareAccelerated) Add<Lanes512<T>, T, TTerm>(in panels, lines, wide, ref sums, stride, term);
        else if (Vector256.IsHardwareAccelerated) Add<Lanes256<T>, T, TTerm>(in panels, lines, wide, ref sums, stride, term);
        else if (Vector128.IsHardwareAccelerated) Add<Lanes128<T>, T, TTerm>(in panels, lines, wide, ref sums, stride, term);
        else Add<OneLane<T>, T, TTerm>(in panels, lines, wide, ref sums, stride, term);
    }

    private static void Add<TLanes, T, TTerm>(in Panels<T> panels, int lines, bool wide, ref double sums, nint stride, TTerm term)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
    {
        // 24 sums fit into 32 registers, 12 into 16.
        var many = Vector512.IsHardwareAccelerated;
        for (var line = 0; line < lines;)
        {
            var left = lines - line;
            var from = new Panels<T>(in Unsafe.AddByteOffset(ref Unsafe.AsRef(in panels.Left), line * panels.LineStep), panels.LineStep, panels.ElementStep, in panels.Right, panels.Length);
            ref var to = ref Unsafe.Add(ref sums, line * stride);
            if (many && left >= 12)
            {
                if (wide) TileOf12.AddWide<TLanes, T, TTerm>(in from, ref to, stride, term);
                else TileOf12.AddNarrow<TLanes, T, TTerm>(in from, ref to, stride, term);
                line += 12;
            }
            else if (left >= 6)
            {
                if (wide) TileOf6.AddWide<TLanes, T, TTerm>(in from, ref to, stride, term);
                else TileOf6.AddNarrow<TLanes, T, TTerm>(in from, ref to, stride, term);
                line += 6;
            }
            else
            {
                if (wide) TileOf1.AddWide<TLanes, T, TTerm>(in from, ref to, stride, term);
                else TileOf1.AddNarrow<TLanes, T, TTerm>(in from, ref to, stride, term);
                line++;
            }
        }
    }
}
