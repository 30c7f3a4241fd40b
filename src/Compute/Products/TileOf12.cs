using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>The kernel for 12 lines at once.</summary>
internal static class TileOf12
{
    /// <summary>Adds the terms of 12 lines and a panel of two registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddWide<TLanes, T, TTerm>(in Panels<T> panels, ref double sums, nint stride, TTerm term)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
    {
        ref var at = ref sums;
        var s0a = TLanes.Begin(in at);
        var s0b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var s1a = TLanes.Begin(in at);
        var s1b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var s2a = TLanes.Begin(in at);
        var s2b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var s3a = TLanes.Begin(in at);
        var s3b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var s4a = TLanes.Begin(in at);
        var s4b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var s5a = TLanes.Begin(in at);
        var s5b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var s6a = TLanes.Begin(in at);
        var s6b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var s7a = TLanes.Begin(in at);
        var s7b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var s8a = TLanes.Begin(in at);
        var s8b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var s9a = TLanes.Begin(in at);
        var s9b = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var sAa = TLanes.Begin(in at);
        var sAb = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        var sBa = TLanes.Begin(in at);
        var sBb = TLanes.Begin(in Unsafe.Add(ref at, TLanes.Count));
        var (line, twoLines, step) = (panels.LineStep, 2 * panels.LineStep, panels.ElementStep);
        ref var right = ref Unsafe.AsRef(in panels.Right);
        ref var x0 = ref Unsafe.AsRef(in panels.Left);
        ref var x3 = ref Unsafe.AddByteOffset(ref x0, line + twoLines);
        ref var x6 = ref Unsafe.AddByteOffset(ref x3, line + twoLines);
        ref var x9 = ref Unsafe.AddByteOffset(ref x6, line + twoLines);
        for (var k = panels.Length; k > 0; k--)
        {
            var a = TLanes.Load(in right);
            var b = TLanes.Load(in Unsafe.Add(ref right, TLanes.Count));
            right = ref Unsafe.Add(ref right, 2 * TLanes.Count);
            var x = TLanes.Broadcast(x0);
            term.Add<TLanes, T>(ref s0a, x, a);
            term.Add<TLanes, T>(ref s0b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x0, line));
            term.Add<TLanes, T>(ref s1a, x, a);
            term.Add<TLanes, T>(ref s1b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x0, twoLines));
            term.Add<TLanes, T>(ref s2a, x, a);
            term.Add<TLanes, T>(ref s2b, x, b);
            x0 = ref Unsafe.AddByteOffset(ref x0, step);
            x = TLanes.Broadcast(x3);
            term.Add<TLanes, T>(ref s3a, x, a);
            term.Add<TLanes, T>(ref s3b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x3, line));
            term.Add<TLanes, T>(ref s4a, x, a);
            term.Add<TLanes, T>(ref s4b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x3, twoLines));
            term.Add<TLanes, T>(ref s5a, x, a);
            term.Add<TLanes, T>(ref s5b, x, b);
            x3 = ref Unsafe.AddByteOffset(ref x3, step);
            x = TLanes.Broadcast(x6);
            term.Add<TLanes, T>(ref s6a, x, a);
            term.Add<TLanes, T>(ref s6b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x6, line));
            term.Add<TLanes, T>(ref s7a, x, a);
            term.Add<TLanes, T>(ref s7b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x6, twoLines));
            term.Add<TLanes, T>(ref s8a, x, a);
            term.Add<TLanes, T>(ref s8b, x, b);
            x6 = ref Unsafe.AddByteOffset(ref x6, step);
            x = TLanes.Broadcast(x9);
            term.Add<TLanes, T>(ref s9a, x, a);
            term.Add<TLanes, T>(ref s9b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x9, line));
            term.Add<TLanes, T>(ref sAa, x, a);
            term.Add<TLanes, T>(ref sAb, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x9, twoLines));
            term.Add<TLanes, T>(ref sBa, x, a);
            term.Add<TLanes, T>(ref sBb, x, b);
            x9 = ref Unsafe.AddByteOffset(ref x9, step);
        }

        at = ref sums;
        TLanes.End(s0a, ref at);
        TLanes.End(s0b, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s1a, ref at);
        TLanes.End(s1b, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s2a, ref at);
        TLanes.End(s2b, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s3a, ref at);
        TLanes.End(s3b, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s4a, ref at);
        TLanes.End(s4b, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s5a, ref at);
        TLanes.End(s5b, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s6a, ref at);
        TLanes.End(s6b, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s7a, ref at);
        TLanes.End(s7b, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s8a, ref at);
        TLanes.End(s8b, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s9a, ref at);
        TLanes.End(s9b, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(sAa, ref at);
        TLanes.End(sAb, ref Unsafe.Add(ref at, TLanes.Count));
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(sBa, ref at);
        TLanes.End(sBb, ref Unsafe.Add(ref at, TLanes.Count));
    }

    /// <summary>Adds the terms of 12 lines and a panel of one register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddNarrow<TLanes, T, TTerm>(in Panels<T> panels, ref double sums, nint stride, TTerm term)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
    {
        ref var at = ref sums;
        var s0a = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var s1a = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var s2a = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var s3a = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var s4a = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var s5a = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var s6a = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var s7a = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var s8a = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var s9a = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var sAa = TLanes.Begin(in at);
        at = ref Unsafe.Add(ref at, stride);
        var sBa = TLanes.Begin(in at);
        var (line, twoLines, step) = (panels.LineStep, 2 * panels.LineStep, panels.ElementStep);
        ref var right = ref Unsafe.AsRef(in panels.Right);
        ref var x0 = ref Unsafe.AsRef(in panels.Left);
        ref var x3 = ref Unsafe.AddByteOffset(ref x0, line + twoLines);
        ref var x6 = ref Unsafe.AddByteOffset(ref x3, line + twoLines);
        ref var x9 = ref Unsafe.AddByteOffset(ref x6, line + twoLines);
        for (var k = panels.Length; k > 0; k--)
        {
            var a = TLanes.Load(in right);
            right = ref Unsafe.Add(ref right, TLanes.Count);
            var x = TLanes.Broadcast(x0);
            term.Add<TLanes, T>(ref s0a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x0, line));
            term.Add<TLanes, T>(ref s1a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x0, twoLines));
            term.Add<TLanes, T>(ref s2a, x, a);
            x0 = ref Unsafe.AddByteOffset(ref x0, step);
            x = TLanes.Broadcast(x3);
            term.Add<TLanes, T>(ref s3a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x3, line));
            term.Add<TLanes, T>(ref s4a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x3, twoLines));
            term.Add<TLanes, T>(ref s5a, x, a);
            x3 = ref Unsafe.AddByteOffset(ref x3, step);
            x = TLanes.Broadcast(x6);
            term.Add<TLanes, T>(ref s6a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x6, line));
            term.Add<TLanes, T>(ref s7a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x6, twoLines));
            term.Add<TLanes, T>(ref s8a, x, a);
            x6 = ref Unsafe.AddByteOffset(ref x6, step);
            x = TLanes.Broadcast(x9);
            term.Add<TLanes, T>(ref s9a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x9, line));
            term.Add<TLanes, T>(ref sAa, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x9, twoLines));
            term.Add<TLanes, T>(ref sBa, x, a);
            x9 = ref Unsafe.AddByteOffset(ref x9, step);
        }

        at = ref sums;
        TLanes.End(s0a, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s1a, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s2a, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s3a, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s4a, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s5a, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s6a, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s7a, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s8a, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(s9a, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(sAa, ref at);
        at = ref Unsafe.Add(ref at, stride);
        TLanes.End(sBa, ref at);
    }
}
