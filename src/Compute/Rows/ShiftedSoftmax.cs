using System.Numerics;
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

    private static int Width => Vector512<double>.Count;

    /// <summary>Gets how many numbers must be readable from the first number of a row on, and how many the scratch of a row has.</summary>
    public static int PaddedLength(int columns) => (columns + Vector512<float>.Count - 1) / Vector512<float>.Count * Vector512<float>.Count;

    /// <summary>Writes the softmax of numbers times two factors, the first of which is at least 0.</summary>
    /// <param name="numbers">The numbers, at least one as there are shares, and any others up to <see cref="PaddedLength"/>.</param>
    /// <param name="factor">What they are multiplied by first; NaN makes all of them NaN.</param>
    /// <param name="scale">What they are multiplied by next.</param>
    /// <param name="scratch">Room for <see cref="PaddedLength"/> numbers.</param>
    /// <param name="shares">Takes the softmax.</param>
    /// <param name="sum">Takes the sum of the exponentials, of which the largest is 1.</param>
    /// <returns>The entropy of the softmax less the logarithm of <paramref name="sum"/>, in nats.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Apply<T>(ReadOnlySpan<T> numbers, double factor, double scale, Span<double> scratch, Span<double> shares, out double sum)
        where T : unmanaged, INumberBase<T>
    {
        // With a negative scale the numbers change their sign, so that the largest product is that of the largest number either way.
        var sign = scale < 0 ? -1.0 : 1.0;
        scale *= sign;
        var extreme = Largest(numbers, shares.Length, sign, scratch);
        Vector512<double> sums = default, weighted = default;
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(scratch)[..((shares.Length + Width - 1) / Width)];
        for (var i = 0; i < wide.Length; i++)
        {
            var x = (wide[i] - extreme) * factor * scale;
            x = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(Least)), Vector512.Create(Least), x);
            if (i == wide.Length - 1) x = Vector512.ConditionalSelect(Present(shares.Length - (i * Width)), x, Vector512.Create(Least));
            var e = Exponentials.Of(x);
            wide[i] = e;
            sums += e;
            weighted = Vector512.FusedMultiplyAdd(e, x, weighted);
        }

        sum = Lanes8.Sum(sums);
        var share = 1 / sum;
        var full = MemoryMarshal.Cast<double, Vector512<double>>(shares);
        for (var i = 0; i < full.Length; i++) full[i] = wide[i] * share;
        for (var i = full.Length * Width; i < shares.Length; i++) shares[i] = scratch[i] * share;
        return -Lanes8.Sum(weighted) * share;
    }

    // Widens the numbers into the scratch. A NaN may be passed over: it makes its own exponential NaN, and so the sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Largest<T>(ReadOnlySpan<T> numbers, int count, double sign, Span<double> scratch)
        where T : unmanaged, INumberBase<T>
    {
        var to = MemoryMarshal.Cast<double, Vector512<double>>(scratch);
        var single = MemoryMarshal.Cast<T, Vector256<float>>(numbers);
        var same = MemoryMarshal.Cast<T, Vector512<double>>(numbers);
        var largest = Vector512.Create(double.CreateTruncating(numbers[0]) * sign);
        for (var i = 0; i * Width < count; i++)
        {
            var eight = (typeof(T) == typeof(float) ? Lanes8.Widen(single[i]) : same[i]) * sign;
            to[i] = eight;
            if (count - (i * Width) < Width) eight = Vector512.ConditionalSelect(Present(count - (i * Width)), eight, largest);
            largest = Vector512.MaxNative(largest, eight);
        }

        var four = Vector256.MaxNative(largest.GetLower(), largest.GetUpper());
        var two = Vector128.MaxNative(four.GetLower(), four.GetUpper());
        return Vector512.Create(Math.Max(two[0], two[1]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Present(int count) => Vector512.LessThan(Vector512<double>.Indices, Vector512.Create((double)count));
}
