namespace Infoscope.Plugins.DiffusionSpectral.Rows;

/// <summary>Brings points whose squares would overflow or vanish to a scale where they do not.</summary>
internal static class PointScale
{
    // Squares of differences, and sums of some millions of them, stay normal numbers up to here.
    private const int LargestExponent = 400;

    /// <summary>Gives the points, multiplied by a power of two where their largest value is out of range, which loses no bit that counts, and the factor.</summary>
    public static (Points Points, double Factor) Settle(Points points)
    {
        var largest = 0.0;
        foreach (var value in points.Values) largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0) return (points, 1);
        var exponent = Math.ILogB(largest);
        if (Math.Abs(exponent) <= LargestExponent) return (points, 1);

        // The inverse of the smallest subnormal is no double; what is as small as that needs no more than this.
        var factor = Math.ScaleB(1, Math.Clamp(-exponent, -1000, 1000));
        var scaled = points.Values.ToArray();
        foreach (ref var value in scaled.AsSpan()) value *= factor;
        return (new Points(scaled, points.Count, points.Features), factor);
    }
}
