using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    /// <summary>Gets how many of some lines the next kernel takes: 24 sums fit into 32 registers, 12 into 16.</summary>
    public static int Height(int lines) => Vector512.IsHardwareAccelerated && lines >= 12 ? 12 : lines >= 6 ? 6 : 1;

    /// <summary>Adds to sums, which lie line by line <paramref name="stride"/> apart, the terms of some lines and one panel of two registers, or of one.</summary>
    public static void Add<T, TTerm>(in Stretch<T> left, ReadOnlySpan<T> panel, bool isWide, ref double sums, int stride, TTerm term)
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
    {
        ref readonly var right = ref MemoryMarshal.GetReference(panel);
        if (Vector512.IsHardwareAccelerated) Add<Lanes512<T>, T, TTerm>(in left, in right, isWide, ref sums, stride, term);
        else if (Vector256.IsHardwareAccelerated) Add<Lanes256<T>, T, TTerm>(in left, in right, isWide, ref sums, stride, term);
        else if (Vector128.IsHardwareAccelerated) Add<Lanes128<T>, T, TTerm>(in left, in right, isWide, ref sums, stride, term);
        else Add<OneLane<T>, T, TTerm>(in left, in right, isWide, ref sums, stride, term);
    }

    private static void Add<TLanes, T, TTerm>(in Stretch<T> left, ref readonly T right, bool isWide, ref double sums, nint stride, TTerm term)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
    {
        for (var line = 0; line < left.Lines;)
        {
            var height = Height(left.Lines - line);
            var panels = left.Pair(line, height, in right);
            ref var to = ref Unsafe.Add(ref sums, line * stride);
            switch (height)
            {
                case 12:
                    if (isWide) TileOf12.AddWide<TLanes, T, TTerm>(in panels, ref to, stride, term);
                    else TileOf12.AddNarrow<TLanes, T, TTerm>(in panels, ref to, stride, term);
                    break;
                case 6:
                    if (isWide) TileOf6.AddWide<TLanes, T, TTerm>(in panels, ref to, stride, term);
                    else TileOf6.AddNarrow<TLanes, T, TTerm>(in panels, ref to, stride, term);
                    break;
                default:
                    if (isWide) TileOf1.AddWide<TLanes, T, TTerm>(in panels, ref to, stride, term);
                    else TileOf1.AddNarrow<TLanes, T, TTerm>(in panels, ref to, stride, term);
                    break;
            }

            line += height;
        }
    }
}
