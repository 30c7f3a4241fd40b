using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>Operations on vectors of double whose bits do not depend on the processor.</summary>
internal static class Vectors
{
    /// <summary>Gives the sum of the products; <paramref name="y"/> may be longer.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        y = y[..x.Length];
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var wideY = MemoryMarshal.Cast<double, Vector256<double>>(y);
        var lanes = Vector256<double>.Zero;
        for (var i = 0; i < wideX.Length; i++) lanes += wideX[i] * wideY[i];
        var sum = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
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

    /// <summary>Gives the Euclidean norm, without overflow or underflow on the way.</summary>
    public static double Norm(ReadOnlySpan<double> x)
    {
        var largest = LargestMagnitude(x);
        if (largest == 0 || !double.IsFinite(largest)) return largest;
        double squares = 0;
        foreach (var element in x) squares += element / largest * (element / largest);
        return largest * Math.Sqrt(squares);
    }

    /// <summary>Gives the largest magnitude; NaN where there is one.</summary>
    public static double LargestMagnitude(ReadOnlySpan<double> x)
    {
        double largest = 0;
        foreach (var element in x) largest = Math.Max(largest, Math.Abs(element));
        return largest;
    }

    /// <summary>Gives the squared distance of two vectors of one length.</summary>
    public static double SquaredDistance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (var i = 0; i < x.Length; i++) sum += (x[i] - y[i]) * (x[i] - y[i]);
        return sum;
    }
}
