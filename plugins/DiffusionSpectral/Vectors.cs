using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.DiffusionSpectral;

/// <summary>Operations on vectors of one length whose bits do not depend on the processor.</summary>
internal static class Vectors
{
    /// <summary>Gives the sum of the products.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var wideY = MemoryMarshal.Cast<double, Vector256<double>>(y);
        var wideSum = Vector256<double>.Zero;
        for (var i = 0; i < wideX.Length; i++) wideSum += wideX[i] * wideY[i];
        var sum = Vector256.Sum(wideSum);
        for (var i = wideX.Length * Vector256<double>.Count; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    /// <summary>Adds a multiple of <paramref name="x"/> to <paramref name="sum"/>.</summary>
    public static void AddScaled(Span<double> sum, double factor, ReadOnlySpan<double> x)
    {
        var wideSum = MemoryMarshal.Cast<double, Vector256<double>>(sum);
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        for (var i = 0; i < wideSum.Length; i++) wideSum[i] += factor * wideX[i];
        for (var i = wideSum.Length * Vector256<double>.Count; i < sum.Length; i++) sum[i] += factor * x[i];
    }
}
