using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Operations on vectors of double whose bits do not depend on the processor.</summary>
internal static class Vectors
{
    /// <summary>Gives the sum of the products; <paramref name="y"/> may be longer.</summary>
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
    public static void AddScaled(Span<double> sum, double factor, ReadOnlySpan<double> x)
    {
        sum = sum[..x.Length];
        var wideSum = MemoryMarshal.Cast<double, Vector256<double>>(sum);
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        for (var i = 0; i < wideX.Length; i++) wideSum[i] += factor * wideX[i];
        for (var rest = wideX.Length * Vector256<double>.Count; rest < x.Length; rest++) sum[rest] += factor * x[rest];
    }

    /// <summary>Replaces x by c x - s y and y by s x + c y; both are of one length.</summary>
    public static void Rotate(Span<double> x, Span<double> y, double cosine, double sine)
    {
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var wideY = MemoryMarshal.Cast<double, Vector256<double>>(y);
        for (var i = 0; i < wideX.Length; i++)
        {
            var (first, second) = (wideX[i], wideY[i]);
            wideX[i] = (first * cosine) - (second * sine);
            wideY[i] = (first * sine) + (second * cosine);
        }

        for (var rest = wideX.Length * Vector256<double>.Count; rest < x.Length; rest++)
        {
            var (first, second) = (x[rest], y[rest]);
            x[rest] = (first * cosine) - (second * sine);
            y[rest] = (first * sine) + (second * cosine);
        }
    }
}
