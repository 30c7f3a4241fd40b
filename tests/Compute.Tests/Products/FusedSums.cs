namespace Infoscope.Compute.Tests;

/// <summary>The sums of the kernels written as their definitions, one element at a time: every bit of a result follows from them.</summary>
internal static class FusedSums
{
    /// <summary>Terms added one after another to a start, each rounded once.</summary>
    public static double Product(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double start = 0)
    {
        for (var k = 0; k < x.Length; k++) start = Math.FusedMultiplyAdd(x[k], y[k], start);
        return start;
    }

    /// <summary>The same in single over stretches, which are added in double.</summary>
    public static double Product(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        double sum = 0;
        for (var first = 0; first < x.Length; first += RowProducts.StretchLength)
        {
            float stretch = 0;
            for (var k = first; k < Math.Min(first + RowProducts.StretchLength, x.Length); k++) stretch = MathF.FusedMultiplyAdd(x[k], y[k], stretch);
            sum += stretch;
        }

        return sum;
    }

    /// <summary>Squared differences added one after another, each difference rounded before it is squared.</summary>
    public static double SquaredDistance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (var k = 0; k < x.Length; k++) sum = Math.FusedMultiplyAdd(x[k] - y[k], x[k] - y[k], sum);
        return sum;
    }
}
