using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Applies one reflection to some rows.</summary>
internal static class PanelReflection
{
    private const int Rows = 4;

    /// <summary>Replaces rows x by x - tau (x'v) v; v has whole tiles of 8.</summary>
    public static void Apply(Strided rows, int count, ReadOnlySpan<double> v, double tau)
    {
        if (count == 0) return;
        _ = rows.Numbers[((count - 1) * rows.Row) + v.Length - 1];
        ref var first = ref MemoryMarshal.GetReference(rows.Numbers);
        ref var vector = ref MemoryMarshal.GetReference(v);
        if (Vector512.IsHardwareAccelerated) Apply<Wide512>(ref first, rows.Row, count, ref vector, v.Length, tau);
        else if (Vector256.IsHardwareAccelerated) Apply<Wide256>(ref first, rows.Row, count, ref vector, v.Length, tau);
        else Apply<Wide128>(ref first, rows.Row, count, ref vector, v.Length, tau);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply<T>(ref double rows, nint stride, int count, ref double v, nint length, double tau)
        where T : struct, IWide<T>
    {
        for (; count >= Rows; count -= Rows)
        {
            ref var row0 = ref rows;
            ref var row1 = ref Unsafe.Add(ref row0, stride);
            ref var row2 = ref Unsafe.Add(ref row1, stride);
            ref var row3 = ref Unsafe.Add(ref row2, stride);
            var (s0, s1, s2, s3) = (T.Create(0), T.Create(0), T.Create(0), T.Create(0));
            for (nint i = 0; i < length; i += IWide<T>.Count)
            {
                var x = T.Load(ref v, i);
                s0 = T.MultiplyAdd(T.Load(ref row0, i), x, s0);
                s1 = T.MultiplyAdd(T.Load(ref row1, i), x, s1);
                s2 = T.MultiplyAdd(T.Load(ref row2, i), x, s2);
                s3 = T.MultiplyAdd(T.Load(ref row3, i), x, s3);
            }

            s0 = T.Create(-tau * s0.Sum());
            s1 = T.Create(-tau * s1.Sum());
            s2 = T.Create(-tau * s2.Sum());
            s3 = T.Create(-tau * s3.Sum());
            for (nint i = 0; i < length; i += IWide<T>.Count)
            {
                var x = T.Load(ref v, i);
                T.MultiplyAdd(s0, x, T.Load(ref row0, i)).Store(ref row0, i);
                T.MultiplyAdd(s1, x, T.Load(ref row1, i)).Store(ref row1, i);
                T.MultiplyAdd(s2, x, T.Load(ref row2, i)).Store(ref row2, i);
                T.MultiplyAdd(s3, x, T.Load(ref row3, i)).Store(ref row3, i);
            }

            rows = ref Unsafe.Add(ref row3, stride);
        }

        for (; count > 0; count--)
        {
            var sum = T.Create(0);
            for (nint i = 0; i < length; i += IWide<T>.Count) sum = T.MultiplyAdd(T.Load(ref rows, i), T.Load(ref v, i), sum);
            sum = T.Create(-tau * sum.Sum());
            for (nint i = 0; i < length; i += IWide<T>.Count) T.MultiplyAdd(sum, T.Load(ref v, i), T.Load(ref rows, i)).Store(ref rows, i);
            rows = ref Unsafe.Add(ref rows, stride);
        }
    }
}
