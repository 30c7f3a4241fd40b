using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>Counts the numbers below an interval and keeps those in it.</summary>
/// <param name="low">The lower end.</param>
/// <param name="high">The upper end.</param>
/// <param name="most">The most numbers that are kept.</param>
internal sealed class HeldNumbers(double low, double high, long most)
{
    private double[] numbers = new double[1024];
    private int count;

    /// <summary>Gets how many were below the interval.</summary>
    public long Below { get; private set; }

    /// <summary>Gets whether all numbers of the interval were kept.</summary>
    public bool HasAll { get; private set; } = true;

    /// <summary>Gets the numbers of the interval.</summary>
    public ReadOnlySpan<double> Numbers => numbers.AsSpan(0, count);

    /// <summary>Looks at some numbers.</summary>
    public void Observe(ReadOnlySpan<double> shown)
    {
        if (!HasAll) return;
        var (wideLow, wideHigh) = (Vector256.Create(low), Vector256.Create(high));
        var wide = MemoryMarshal.Cast<double, Vector256<double>>(shown);
        var below = Vector256<long>.Zero;
        for (var i = 0; i < wide.Length; i++)
        {
            var isBelow = Vector256.LessThan(wide[i], wideLow);
            below -= isBelow.AsInt64();
            if (Vector256.AndNot(Vector256.LessThanOrEqual(wide[i], wideHigh), isBelow) == Vector256<double>.Zero) continue;
            for (var lane = 0; lane < Vector256<double>.Count; lane++) KeepIfInside(wide[i][lane]);
        }

        Below += Vector256.Sum(below);
        foreach (var number in shown[(wide.Length * Vector256<double>.Count)..])
        {
            if (number < low) Below++;
            KeepIfInside(number);
        }
    }

    private void KeepIfInside(double number)
    {
        if (!(number >= low && number <= high)) return;
        if (count == numbers.Length)
        {
            if (count >= most)
            {
                HasAll = false;
                return;
            }

            Array.Resize(ref numbers, (int)Math.Min(Math.Min(2L * count, Math.Max(most, count + 1)), Array.MaxLength));
        }

        numbers[count++] = number;
    }
}
