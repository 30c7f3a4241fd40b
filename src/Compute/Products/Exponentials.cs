using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Exponentials of many doubles at once, with the same bits on every processor and wherever a number lies.</summary>
/// <remarks>exp(x) = 2^n exp(r) with an integer n and |r| at most ln(2) / 2, where the Taylor series to r^13 is cut off at 4e-18.</remarks>
internal static class Exponentials
{
    // Beyond these bounds the result is infinite or 0, and n would leave the range of two factors.
    private const double Highest = 710;
    private const double Lowest = -746;

    // Added to a small number, it leaves the nearest integer in the lowest bits.
    private const double Rounder = 3L << 51;

    // ln(2) in two parts; n times the first has no rounding error.
    private const double HighLog2 = 0.693147180369123816490;
    private const double LowLog2 = 1.90821492927058770002e-10;

    /// <summary>Replaces each number x by exp(factor x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfMultiples(Span<double> numbers, double factor)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(numbers);
        foreach (ref var some in wide) some = Of(some * factor);
        var rest = numbers[(wide.Length * Vector512<double>.Count)..];
        if (rest.IsEmpty) return;
        Span<double> last = stackalloc double[Vector512<double>.Count];
        rest.CopyTo(last);
        Of(Vector512.Create<double>(last) * factor).CopyTo(last);
        last[..rest.Length].CopyTo(rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Of(Vector512<double> x)
    {
        // The second operand is handed on where it is not a number.
        x = Vector512.MinNative(Vector512.Create(Highest), Vector512.MaxNative(Vector512.Create(Lowest), x));
        var rounder = Vector512.Create(Rounder);
        var shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504088896340736), rounder);
        var n = shifted - rounder;
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-LowLog2), Vector512.FusedMultiplyAdd(n, Vector512.Create(-HighLog2), x));
        var sum = Vector512.Create(1 / 6227020800.0);
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1 / 479001600.0));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1 / 39916800.0));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1 / 3628800.0));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1 / 362880.0));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1 / 40320.0));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1 / 5040.0));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1 / 720.0));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1 / 120.0));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1 / 24.0));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1 / 6.0));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(0.5));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512<double>.One);
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512<double>.One);

        // 2^n as two factors, since the first of them alone would leave the range where the result is subnormal or the largest.
        var half = Vector512.FusedMultiplyAdd(n, Vector512.Create(0.5), rounder).AsInt64();
        var bias = Vector512.Create(1023L);
        var one = (half - rounder.AsInt64() + bias) << 52;
        var other = (shifted.AsInt64() - half + bias) << 52;
        return sum * one.AsDouble() * other.AsDouble();
    }
}
