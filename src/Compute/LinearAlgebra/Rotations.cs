using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Rotations of neighbouring vectors, kept until there are so many that a few elements of all vectors, in a near cache, are worth going through them.</summary>
/// <remarks>An element depends on those at its own place alone, so its bits do not depend on how many are kept, nor on threads.</remarks>
internal sealed class Rotations
{
    /// <summary>The elements that are rotated at once; the length of every vector is a multiple of it.</summary>
    public const int Elements = 4 * IWide<Wide512>.Count;

    private readonly double[][] vectors;
    private readonly ComputeSession session;

    // As many as some tens of QL steps make.
    private readonly (int First, double Cosine, double Sine)[] kept;
    private int count;

    public Rotations(double[][] vectors, ComputeSession session)
    {
        this.vectors = vectors;
        this.session = session;
        kept = new (int, double, double)[32 * Math.Max(vectors.Length, 32)];
    }

    /// <summary>Replaces, later, vector x by c x - s y and the next one, y, by s x + c y.</summary>
    public void Add(int first, double cosine, double sine)
    {
        kept[count++] = (first, cosine, sine);
        if (count == kept.Length) Apply();
    }

    /// <summary>Turns the order of some vectors around.</summary>
    public void Reverse(int first, int count)
    {
        Apply();
        vectors.AsSpan(first, count).Reverse();
    }

    /// <summary>Does all that is kept.</summary>
    /// <exception cref="OperationCanceledException">The session was cancelled.</exception>
    public void Apply()
    {
        if (count == 0) return;
        Work.Run(session, vectors[0].Length / Elements, 4L * Elements * count, part =>
        {
            if (Vector512.IsHardwareAccelerated) Apply<Wide512>(part * Elements);
            else if (Vector256.IsHardwareAccelerated) Apply<Wide256>(part * Elements);
            else Apply<Wide128>(part * Elements);
        });
        count = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Apply<T>(int begin)
        where T : struct, IWide<T>
    {
        var zero = T.Create(0);
        var (y0, y1, y2, y3) = (zero, zero, zero, zero);
        var held = -1;
        foreach (ref readonly var rotation in kept.AsSpan(0, count))
        {
            // A QL step goes from one pair to the one before, so what was x is y now, and stays in registers.
            ref var second = ref At(rotation.First + 1, begin);
            if (held != rotation.First + 1)
            {
                if (held >= 0) Store(ref At(held, begin), y0, y1, y2, y3);
                (y0, y1, y2, y3) = (T.Load(ref second, 0), T.Load(ref second, 8), T.Load(ref second, 16), T.Load(ref second, 24));
            }

            held = rotation.First;
            ref var first = ref At(held, begin);
            var (x0, x1, x2, x3) = (T.Load(ref first, 0), T.Load(ref first, 8), T.Load(ref first, 16), T.Load(ref first, 24));
            var (cosine, sine, minusSine) = (T.Create(rotation.Cosine), T.Create(rotation.Sine), T.Create(-rotation.Sine));
            Store(
                ref second,
                T.MultiplyAdd(cosine, y0, T.MultiplyAdd(sine, x0, zero)),
                T.MultiplyAdd(cosine, y1, T.MultiplyAdd(sine, x1, zero)),
                T.MultiplyAdd(cosine, y2, T.MultiplyAdd(sine, x2, zero)),
                T.MultiplyAdd(cosine, y3, T.MultiplyAdd(sine, x3, zero)));
            y0 = T.MultiplyAdd(cosine, x0, T.MultiplyAdd(minusSine, y0, zero));
            y1 = T.MultiplyAdd(cosine, x1, T.MultiplyAdd(minusSine, y1, zero));
            y2 = T.MultiplyAdd(cosine, x2, T.MultiplyAdd(minusSine, y2, zero));
            y3 = T.MultiplyAdd(cosine, x3, T.MultiplyAdd(minusSine, y3, zero));
        }

        Store(ref At(held, begin), y0, y1, y2, y3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref double At(int vector, int begin) => ref MemoryMarshal.GetReference(vectors[vector].AsSpan(begin, Elements));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(ref double target, T a, T b, T c, T d)
        where T : struct, IWide<T>
    {
        a.Store(ref target, 0);
        b.Store(ref target, 8);
        c.Store(ref target, 16);
        d.Store(ref target, 24);
    }
}
