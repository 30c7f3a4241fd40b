using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>The exponential function of eight numbers at once, over the whole range of a double; relative error below 3e-16, subnormal results rounded once more.</summary>
/// <remarks>Every product that is added to is fused with the sum, in software where the processor cannot, so the bits are the same everywhere.</remarks>
internal static class Exponential
{
    // Added to a number below 2^51, it leaves the nearest integer in the low bits.
    private const double Rounder = 6755399441055744;

    private const double PerLog2 = 1.4426950408889634;

    // ln 2 in two parts, of which the first has so few bits that its product with an exponent is exact.
    private const double Log2High = 0.693147180369123816490, Log2Low = 1.90821492927058770002e-10;

    // Beyond these the result is infinite or 0 whatever the number.
    private const double Most = 720, Least = -760;

    /// <summary>Gives e to the power of each number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x)
    {
        var bounded = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(Least)), Vector512.Create(Least), x);
        bounded = Vector512.ConditionalSelect(Vector512.GreaterThan(bounded, Vector512.Create(Most)), Vector512.Create(Most), bounded);
        var rounder = Vector512.Create(Rounder);
        var power = Fused(bounded, Vector512.Create(PerLog2), rounder) - rounder;
        var r = Fused(power, Vector512.Create(-Log2Low), Fused(power, Vector512.Create(-Log2High), bounded));

        // The Taylor series of e^r, whose next term is below 5e-18 for |r| of at most half ln 2.
        var p = Vector512.Create(1.0 / 6227020800);
        p = Fused(p, r, Vector512.Create(1.0 / 479001600));
        p = Fused(p, r, Vector512.Create(1.0 / 39916800));
        p = Fused(p, r, Vector512.Create(1.0 / 3628800));
        p = Fused(p, r, Vector512.Create(1.0 / 362880));
        p = Fused(p, r, Vector512.Create(1.0 / 40320));
        p = Fused(p, r, Vector512.Create(1.0 / 5040));
        p = Fused(p, r, Vector512.Create(1.0 / 720));
        p = Fused(p, r, Vector512.Create(1.0 / 120));
        p = Fused(p, r, Vector512.Create(1.0 / 24));
        p = Fused(p, r, Vector512.Create(1.0 / 6));
        p = Fused(p, r, Vector512.Create(0.5));
        p = Vector512<double>.One + Fused(r * r, p, r);

        // In two steps, because 2^power alone may lie beyond the range that the result lies in.
        var half = Fused(power, Vector512.Create(0.5), rounder) - rounder;
        return p * TwoTo(half) * TwoTo(power - half);
    }

    /// <summary>Replaces each number by e to its power.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<double> numbers)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(numbers);
        for (var i = 0; i < wide.Length; i++) wide[i] = Of(wide[i]);
        var rest = numbers[(wide.Length * Vector512<double>.Count)..];
        if (rest.Length > 0) Lanes8.Store(Of(Lanes8.Load(rest)), rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fused(Vector512<double> x, Vector512<double> y, Vector512<double> sum) => Vector512.FusedMultiplyAdd(x, y, sum);

    // For a whole number: its low bits beside the rounder, moved to where an exponent is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> TwoTo(Vector512<double> power) =>
        ((power + Vector512.Create(Rounder + 1023)).AsInt64() << 52).AsDouble();
}
