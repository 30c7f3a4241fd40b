using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>The kernel for 6 lines at once.</summary>
internal static class TileOf6
{
    /// <summary>Adds the terms of 6 lines and a panel of two registers.</summary>
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
        var (line, twoLines, step) = (panels.LineStep, 2 * panels.LineStep, panels.ElementStep);
        ref var right = ref Unsafe.AsRef(in panels.Right);
        ref var x0 = ref Unsafe.AsRef(in panels.Left);
        ref var x3 = ref Unsafe.AddByteOffset(ref x0, line + twoLines);
        for (var k = panels.Length; k > 0; k--)
        {
            var a = TLanes.Load(in right);
            var b = TLanes.Load(in Unsafe.Add(ref right, TLanes.Count));
            right = ref Unsafe.Add(ref right, 2 * TLanes.Count);
            var x = TLanes.Broadcast(x0);
            s0a = term.Add<TLanes, T>(s0a, x, a);
            s0b = term.Add<TLanes, T>(s0b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x0, line));
            s1a = term.Add<TLanes, T>(s1a, x, a);
            s1b = term.Add<TLanes, T>(s1b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x0, twoLines));
            s2a = term.Add<TLanes, T>(s2a, x, a);
            s2b = term.Add<TLanes, T>(s2b, x, b);
            x0 = ref Unsafe.AddByteOffset(ref x0, step);
            x = TLanes.Broadcast(x3);
            s3a = term.Add<TLanes, T>(s3a, x, a);
            s3b = term.Add<TLanes, T>(s3b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x3, line));
            s4a = term.Add<TLanes, T>(s4a, x, a);
            s4b = term.Add<TLanes, T>(s4b, x, b);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x3, twoLines));
            s5a = term.Add<TLanes, T>(s5a, x, a);
            s5b = term.Add<TLanes, T>(s5b, x, b);
            x3 = ref Unsafe.AddByteOffset(ref x3, step);
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
    }

    /// <summary>Adds the terms of 6 lines and a panel of one register.</summary>
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
        var (line, twoLines, step) = (panels.LineStep, 2 * panels.LineStep, panels.ElementStep);
        ref var right = ref Unsafe.AsRef(in panels.Right);
        ref var x0 = ref Unsafe.AsRef(in panels.Left);
        ref var x3 = ref Unsafe.AddByteOffset(ref x0, line + twoLines);
        for (var k = panels.Length; k > 0; k--)
        {
            var a = TLanes.Load(in right);
            right = ref Unsafe.Add(ref right, TLanes.Count);
            var x = TLanes.Broadcast(x0);
            s0a = term.Add<TLanes, T>(s0a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x0, line));
            s1a = term.Add<TLanes, T>(s1a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x0, twoLines));
            s2a = term.Add<TLanes, T>(s2a, x, a);
            x0 = ref Unsafe.AddByteOffset(ref x0, step);
            x = TLanes.Broadcast(x3);
            s3a = term.Add<TLanes, T>(s3a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x3, line));
            s4a = term.Add<TLanes, T>(s4a, x, a);
            x = TLanes.Broadcast(Unsafe.AddByteOffset(ref x3, twoLines));
            s5a = term.Add<TLanes, T>(s5a, x, a);
            x3 = ref Unsafe.AddByteOffset(ref x3, step);
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
    }
}
