using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Operations on vectors of double whose bits do not depend on the processor.</summary>
internal static class Vectors
{
    /// <summary>Gives the sum of the products; <paramref name="y"/> may be longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        y = y[..x.Length];
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var wideY = MemoryMarshal.Cast<double, Vector256<double>>(y);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i + 1 < wideX.Length; i += 2)
        {
            even += wideX[i] * wideY[i];
            odd += wideX[i + 1] * wideY[i + 1];
        }

        if (i < wideX.Length) even += wideX[i] * wideY[i];
        var four = even + odd;
        var sum = (four[0] + four[1]) + (four[2] + four[3]);
        for (var rest = wideX.Length * Vector256<double>.Count; rest < x.Length; rest++) sum += x[rest] * y[rest];
        return sum;
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="x"/> to <paramref name="sum"/>, which may be longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<double> sum, double factor, ReadOnlySpan<double> x)
    {
        sum = sum[..x.Length];
        var wideSum = MemoryMarshal.Cast<double, Vector256<double>>(sum);
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        for (var i = 0; i < wideX.Length; i++) wideSum[i] += factor * wideX[i];
        for (var rest = wideX.Length * Vector256<double>.Count; rest < x.Length; rest++) sum[rest] += factor * x[rest];
    }

    /// <summary>Multiplies every number by a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(Span<double> x, double factor)
    {
        var wide = MemoryMarshal.Cast<double, Vector256<double>>(x);
        foreach (ref var four in wide) four *= factor;
        foreach (ref var number in x[(wide.Length * Vector256<double>.Count)..]) number *= factor;
    }

    /// <summary>Divides every number by another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Divide(Span<double> x, double divisor)
    {
        var wide = MemoryMarshal.Cast<double, Vector256<double>>(x);
        foreach (ref var four in wide) four /= divisor;
        foreach (ref var number in x[(wide.Length * Vector256<double>.Count)..]) number /= divisor;
    }

    /// <summary>Gives the largest magnitude, 0 without numbers, or NaN where one is not finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double LargestMagnitude(ReadOnlySpan<double> x)
    {
        var wide = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var (largest, notFinite) = (Vector256<double>.Zero, Vector256<double>.Zero);
        foreach (var four in wide)
        {
            largest = Vector256.MaxNative(largest, Vector256.Abs(four));
            notFinite += four * 0;
        }

        var result = Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3])) + Vector256.Sum(notFinite);
        foreach (var number in x[(wide.Length * Vector256<double>.Count)..]) result = Math.Max(result, Math.Abs(number)) + (number * 0);
        return result;
    }

    /// <summary>Adds a multiple of eight numbers to eight others, each rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaledTile(Span<double> sum, double factor, ReadOnlySpan<double> x)
    {
        var wideSum = MemoryMarshal.Cast<double, Vector256<double>>(sum);
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var wide = Vector256.Create(factor);
        wideSum[1] = Vector256.FusedMultiplyAdd(wide, wideX[1], wideSum[1]);
        wideSum[0] = Vector256.FusedMultiplyAdd(wide, wideX[0], wideSum[0]);
    }
}
