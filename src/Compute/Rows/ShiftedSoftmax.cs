using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>The softmax of one row, the largest exponent subtracted first, and what its entropy is made of.</summary>
/// <remarks>Sums are taken in eight lanes on every processor.</remarks>
internal static class ShiftedSoftmax
{
    // e to this power is 0, and it times 0 is no NaN as it would be with minus infinity.
    private const double Least = -800;

    /// <summary>Replaces numbers by the softmax of their products with two factors, the first of which is at least 0.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="factor">What they are multiplied by first; NaN makes all of them NaN.</param>
    /// <param name="scale">What they are multiplied by next.</param>
    /// <param name="sum">Takes the sum of the exponentials, of which the largest is 1.</param>
    /// <returns>The entropy of the softmax less the logarithm of <paramref name="sum"/>, in nats.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Apply(Span<double> numbers, double factor, double scale, out double sum)
    {
        // The largest product is that of the smallest number where the scale is negative.
        var extreme = Vector512.Create(scale < 0 ? Smallest(numbers) : Largest(numbers));
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(numbers);
        var rest = numbers[(wide.Length * Vector512<double>.Count)..];
        Vector512<double> sums = default, weighted = default;
        for (var i = 0; i < wide.Length; i++)
        {
            var x = Exponent(wide[i], extreme, factor, scale);
            var e = wide[i] = Exponential.Of(x);
            sums += e;
            weighted += e * x;
        }

        if (rest.Length > 0)
        {
            var x = Exponent(Lanes8.Load(rest), extreme, factor, scale);
            x = Vector512.ConditionalSelect(Vector512.LessThan(Vector512<double>.Indices, Vector512.Create((double)rest.Length)), x, Vector512.Create(Least));
            var e = Exponential.Of(x);
            Lanes8.Store(e, rest);
            sums += e;
            weighted += e * x;
        }

        sum = Lanes8.Sum(sums);
        var share = 1 / sum;
        for (var i = 0; i < wide.Length; i++) wide[i] *= share;
        foreach (ref var number in rest) number *= share;
        return -Lanes8.Sum(weighted) * share;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Exponent(Vector512<double> number, Vector512<double> extreme, double factor, double scale)
    {
        var x = (number - extreme) * factor * scale;
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(Least)), Vector512.Create(Least), x);
    }

    // A NaN may be passed over: it makes its own exponential NaN, and so the sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Largest(Span<double> numbers)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(numbers);
        var largest = Vector512.Create(numbers[0]);
        foreach (var eight in wide) largest = Vector512.ConditionalSelect(Vector512.GreaterThan(eight, largest), eight, largest);
        var one = numbers[0];
        for (var i = 0; i < Vector512<double>.Count; i++) one = largest[i] > one ? largest[i] : one;
        foreach (var number in numbers[(wide.Length * Vector512<double>.Count)..]) one = number > one ? number : one;
        return one;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Smallest(Span<double> numbers)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(numbers);
        var smallest = Vector512.Create(numbers[0]);
        foreach (var eight in wide) smallest = Vector512.ConditionalSelect(Vector512.LessThan(eight, smallest), eight, smallest);
        var one = numbers[0];
        for (var i = 0; i < Vector512<double>.Count; i++) one = smallest[i] < one ? smallest[i] : one;
        foreach (var number in numbers[(wide.Length * Vector512<double>.Count)..]) one = number < one ? number : one;
        return one;
    }
}
