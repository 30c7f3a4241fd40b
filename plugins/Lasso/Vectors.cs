using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.Lasso;

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

    /// <summary>Gives the sum of the squares.</summary>
    public static double SquaredNorm(ReadOnlySpan<double> x) => Dot(x, x);

    /// <summary>Subtracts the mean, in place: equal elements become 0, and a common offset leaves no more rounding than the elements have.</summary>
    public static void Centre(Span<double> x)
    {
        if (!x.ContainsAnyExcept(x[0]))
        {
            x.Clear();
            return;
        }

        // The mean is rounded at the size of the offset; what that leaves is small and goes in a second pass.
        for (var pass = 0; pass < 2; pass++)
        {
            var sum = 0.0;
            foreach (var element in x) sum += element;
            var mean = sum / x.Length;
            foreach (ref var element in x) element -= mean;
        }
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
}
