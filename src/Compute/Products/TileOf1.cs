using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>The kernel for one line.</summary>
internal static class TileOf1
{
    /// <summary>Adds the terms of one line and a panel of two registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddWide<TLanes, T, TTerm>(in Panels<T> panels, ref double sums, nint stride, TTerm term)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
    {
        ref var at = ref sums;
        var s0a = TLanes.Begin(in at);
        var s0b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        var (line, twoLines, step) = (panels.LineStep, 2 * panels.LineStep, panels.ElementStep);
        ref var right = ref Unsafe.AsRef(in panels.Right);
        ref var x0 = ref Unsafe.AsRef(in panels.Left);
        for (var k = panels.Length; k > 0; k--)
        {
            var a = TLanes.Load(in right);
            var b = TLanes.Load(in Unsafe.Add(ref right, TLanes.Count));
            right = ref Unsafe.Add(ref right, 2 * TLanes.Count);
            var x = TLanes.Broadcast(x0);
            term.Add<TLanes, T>(ref s0a, x, a);
            term.Add<TLanes, T>(ref s0b, x, b);
            x0 = ref Unsafe.AddByteOffset(ref x0, step);
        }

        at = ref sums;
        TLanes.End(s0a, ref at);
        TLanes.End(s0b, ref Unsafe.Add(ref at, TLanes.Count));
    }

    /// <summary>Adds the terms of one line and a panel of one register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddNarrow<TLanes, T, TTerm>(in Panels<T> panels, ref double sums, nint stride, TTerm term)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
    {
        ref var at = ref sums;
        var s0a = TLanes.Begin(in at);
        var (line, twoLines, step) = (panels.LineStep, 2 * panels.LineStep, panels.ElementStep);
        ref var right = ref Unsafe.AsRef(in panels.Right);
        ref var x0 = ref Unsafe.AsRef(in panels.Left);
        for (var k = panels.Length; k > 0; k--)
        {
            var a = TLanes.Load(in right);
            right = ref Unsafe.Add(ref right, TLanes.Count);
            var x = TLanes.Broadcast(x0);
            term.Add<TLanes, T>(ref s0a, x, a);
            x0 = ref Unsafe.AddByteOffset(ref x0, step);
        }

        at = ref sums;
        TLanes.End(s0a, ref at);
    }
}
