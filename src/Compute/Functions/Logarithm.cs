using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>The natural logarithm of eight numbers at once, over the whole range of a double; relative error below 3e-16, near 1 too.</summary>
/// <remarks>Every product that is added to is fused with the sum, in software where the processor cannot, so the bits are the same everywhere.</remarks>
internal static class Logarithm
{
    // ln 2 in two parts, of which the first has so few bits that its product with an exponent is exact.
    private const double Log2High = 0.693147180369123816490, Log2Low = 1.90821492927058770002e-10;

    private const double SmallestNormal = 2.2250738585072014e-308;
    private const long MantissaBits = (1L << 52) - 1;
    private const long RootOfHalfBits = 0x3FE6A09E667F3BCD;
    private const long OneBits = 0x3FF0000000000000;

    // The bits of 2^52, in whose low bits an integer is itself.
    private const long IntegerBits = 0x4330000000000000;
    private const double IntegerOffset = 4503599627370496 + 1023;

    /// <summary>Gives the logarithm of each number: minus infinity of 0, and NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x)
    {
        var isSmall = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        var normal = Vector512.ConditionalSelect(isSmall, x * 18014398509481984, x);
        var moved = Vector512.ConditionalSelect(isSmall, Vector512.Create(54.0), Vector512<double>.Zero);

        // x is 2^k (1 + f) with 1 + f between the roots of 1/2 and 2.
        var bits = normal.AsInt64() + Vector512.Create(OneBits - RootOfHalfBits);
        var k = (Vector512.ShiftRightLogical(bits, 52) | Vector512.Create(IntegerBits)).AsDouble() - Vector512.Create(IntegerOffset) - moved;
        var f = ((bits & Vector512.Create(MantissaBits)) + Vector512.Create(RootOfHalfBits)).AsDouble() - Vector512<double>.One;

        // ln(1+f) = 2 artanh s with s = f/(2+f), and 2 s = f - s f, s f = h - s h with h = f^2/2. The next term of the series is below 1e-18.
        var s = f / (f + Vector512.Create(2.0));
        var z = s * s;
        var series = Vector512.Create(2.0 / 23);
        series = Fused(series, z, Vector512.Create(2.0 / 21));
        series = Fused(series, z, Vector512.Create(2.0 / 19));
        series = Fused(series, z, Vector512.Create(2.0 / 17));
        series = Fused(series, z, Vector512.Create(2.0 / 15));
        series = Fused(series, z, Vector512.Create(2.0 / 13));
        series = Fused(series, z, Vector512.Create(2.0 / 11));
        series = Fused(series, z, Vector512.Create(2.0 / 9));
        series = Fused(series, z, Vector512.Create(2.0 / 7));
        series = Fused(series, z, Vector512.Create(2.0 / 5));
        series = Fused(series, z, Vector512.Create(2.0 / 3));
        var h = f * f * 0.5;
        var result = Fused(k, Vector512.Create(Log2High), f - (h - Fused(s, Fused(series, z, h), k * Log2Low)));

        result = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(double.PositiveInfinity)), result, x);
        result = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<double>.Zero), Vector512.Create(double.NaN), result);
        return Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), Vector512.Create(double.NegativeInfinity), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fused(Vector512<double> x, Vector512<double> y, Vector512<double> sum) => Vector512.FusedMultiplyAdd(x, y, sum);

    /// <summary>Replaces each number by its logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<double> numbers)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(numbers);
        for (var i = 0; i < wide.Length; i++) wide[i] = Of(wide[i]);
        var rest = numbers[(wide.Length * Vector512<double>.Count)..];
        if (rest.Length > 0) Lanes8.Store(Of(Lanes8.Load(rest)), rest);
    }
}
