using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Infoscope.Measuring;

/// <summary>The most multiplications and additions per second that threads reach: a loop that touches registers alone, with the widest vectors there are.</summary>
/// <remarks>Sixteen sums that do not wait for each other hide the latency of a fused multiply-add. A fused multiply-add counts as two operations.</remarks>
public static class FmaPeak
{
    private const int Sums = 16, RoundsPerCall = 1 << 14;

    /// <summary>Gets the width of the vectors in bits.</summary>
    public static int VectorBits => Avx512F.IsSupported ? 512 : Fma.IsSupported ? 256 : 128;

    /// <summary>Measures operations per second in single precision.</summary>
    /// <param name="threads">The number of threads.</param>
    /// <param name="seconds">How long each of them computes, at least.</param>
    public static Peak Single(int threads, double seconds) => VectorBits switch
    {
        512 => Measure<Single512, Vector512<float>>(threads, seconds),
        256 => Measure<Single256, Vector256<float>>(threads, seconds),
        _ => Measure<Single128, Vector128<float>>(threads, seconds),
    };

    /// <summary>Measures operations per second in double precision.</summary>
    /// <param name="threads">The number of threads.</param>
    /// <param name="seconds">How long each of them computes, at least.</param>
    public static Peak Double(int threads, double seconds) => VectorBits switch
    {
        512 => Measure<Double512, Vector512<double>>(threads, seconds),
        256 => Measure<Double256, Vector256<double>>(threads, seconds),
        _ => Measure<Double128, Vector128<double>>(threads, seconds),
    };

    private static Peak Measure<TLanes, TVector>(int threads, double seconds)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var rounds = new long[threads];
        var shortest = new double[threads];
        var clock = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, threads).Select(i => new Thread(() => (rounds[i], shortest[i]) = Run<TLanes, TVector>(seconds))).ToArray();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
        var perRound = 2.0 * Sums * TLanes.Count;
        return new(perRound * rounds.Sum() / clock.Elapsed.TotalSeconds, shortest.Sum(call => perRound * RoundsPerCall / call));
    }

    private static (long Rounds, double ShortestCall) Run<TLanes, TVector>(double seconds)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var clock = Stopwatch.StartNew();
        long rounds = 0;
        var (used, shortest) = (0.0, double.PositiveInfinity);
        for (double last = 0; last < seconds; rounds += RoundsPerCall)
        {
            used += Rounds<TLanes, TVector>();
            var now = clock.Elapsed.TotalSeconds;
            (shortest, last) = (Math.Min(shortest, now - last), now);
        }

        return (double.IsNaN(used) ? 0 : rounds, shortest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double Rounds<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // The sums go to 1, so that no number is subnormal or infinite.
        var (factor, term) = (TLanes.Create(0.5), TLanes.Create(0.5));
        var s0 = TLanes.Create(0);
        var s1 = TLanes.Create(1);
        var s2 = TLanes.Create(2);
        var s3 = TLanes.Create(3);
        var s4 = TLanes.Create(4);
        var s5 = TLanes.Create(5);
        var s6 = TLanes.Create(6);
        var s7 = TLanes.Create(7);
        var s8 = TLanes.Create(8);
        var s9 = TLanes.Create(9);
        var s10 = TLanes.Create(10);
        var s11 = TLanes.Create(11);
        var s12 = TLanes.Create(12);
        var s13 = TLanes.Create(13);
        var s14 = TLanes.Create(14);
        var s15 = TLanes.Create(15);
        for (var round = 0; round < RoundsPerCall; round++)
        {
            s0 = TLanes.MultiplyAdd(s0, factor, term);
            s1 = TLanes.MultiplyAdd(s1, factor, term);
            s2 = TLanes.MultiplyAdd(s2, factor, term);
            s3 = TLanes.MultiplyAdd(s3, factor, term);
            s4 = TLanes.MultiplyAdd(s4, factor, term);
            s5 = TLanes.MultiplyAdd(s5, factor, term);
            s6 = TLanes.MultiplyAdd(s6, factor, term);
            s7 = TLanes.MultiplyAdd(s7, factor, term);
            s8 = TLanes.MultiplyAdd(s8, factor, term);
            s9 = TLanes.MultiplyAdd(s9, factor, term);
            s10 = TLanes.MultiplyAdd(s10, factor, term);
            s11 = TLanes.MultiplyAdd(s11, factor, term);
            s12 = TLanes.MultiplyAdd(s12, factor, term);
            s13 = TLanes.MultiplyAdd(s13, factor, term);
            s14 = TLanes.MultiplyAdd(s14, factor, term);
            s15 = TLanes.MultiplyAdd(s15, factor, term);
        }

        return TLanes.First(s0) + TLanes.First(s1) + TLanes.First(s2) + TLanes.First(s3) + TLanes.First(s4) + TLanes.First(s5) + TLanes.First(s6) + TLanes.First(s7) + TLanes.First(s8) + TLanes.First(s9) + TLanes.First(s10) + TLanes.First(s11) + TLanes.First(s12) + TLanes.First(s13) + TLanes.First(s14) + TLanes.First(s15);
    }
}
