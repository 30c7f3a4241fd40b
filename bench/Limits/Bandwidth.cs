using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Limits;

/// <summary>How many bytes per second go between memory and the cores, over arrays that no cache holds.</summary>
internal static class Bandwidth
{
    private const int Elements = 1 << 25;

    /// <summary>Gives bytes per second of reading alone: a sum of doubles.</summary>
    public static double Read(int threads, double seconds)
    {
        var parts = Enumerable.Range(0, threads).Select(_ => Filled(Elements / threads)).ToArray();
        return Measure(threads, seconds, sizeof(double), part => Sum(parts[part]));
    }

    /// <summary>Gives bytes per second of a = b + 3 c, counted as two reads and a write.</summary>
    public static double Triad(int threads, double seconds)
    {
        var parts = Enumerable.Range(0, threads).Select(_ => (A: Filled(Elements / threads), B: Filled(Elements / threads), C: Filled(Elements / threads))).ToArray();
        return Measure(threads, seconds, 3 * sizeof(double), part => Triad(parts[part].A, parts[part].B, parts[part].C));
    }

    // The best of some rounds; all threads begin each of them together.
    private static double Measure(int threads, double seconds, int bytesPerElement, Action<int> part)
    {
        var clock = Stopwatch.StartNew();
        double best = 0;
        do
        {
            var start = clock.Elapsed.TotalSeconds;
            var workers = Enumerable.Range(0, threads).Select(i => new Thread(() => part(i))).ToArray();
            foreach (var worker in workers) worker.Start();
            foreach (var worker in workers) worker.Join();
            best = Math.Max(best, (double)bytesPerElement * (Elements / threads * threads) / (clock.Elapsed.TotalSeconds - start));
        }
        while (clock.Elapsed.TotalSeconds < seconds);
        return best;
    }

    private static double[] Filled(int count)
    {
        // Not zeros: pages that were never written may be one and the same.
        var numbers = new double[count];
        Array.Fill(numbers, 1.0);
        return numbers;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double Sum(double[] numbers)
    {
        Vector<double> a = default, b = default, c = default, d = default;
        var width = Vector<double>.Count;
        for (var i = 0; i + (4 * width) <= numbers.Length; i += 4 * width)
        {
            a += new Vector<double>(numbers, i);
            b += new Vector<double>(numbers, i + width);
            c += new Vector<double>(numbers, i + (2 * width));
            d += new Vector<double>(numbers, i + (3 * width));
        }

        return Vector.Sum(a + b + c + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Triad(double[] a, double[] b, double[] c)
    {
        var three = new Vector<double>(3.0);
        for (var i = 0; i + Vector<double>.Count <= a.Length; i += Vector<double>.Count) (new Vector<double>(b, i) + (three * new Vector<double>(c, i))).CopyTo(a, i);
    }
}
