using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Scales rows to Euclidean length 1.</summary>
internal static class RowNormalization
{
    // Between these squares of lengths no square that counts overflows or vanishes.
    private const double SmallestSquare = 1e-200, LargestSquare = 1e200;

    /// <summary>Normalises in place; a zero row stays as it is.</summary>
    /// <returns>The number of zero rows.</returns>
    public static int Apply(CpuMatrix matrix)
    {
        var numbers = new double[matrix.Columns];
        var zeroRows = 0;
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix.Read(row, 0, numbers);
            if (Normalize(numbers)) matrix.Write(row, 0, numbers);
            else zeroRows++;
        }

        return zeroRows;
    }

    private static bool Normalize(Span<double> numbers)
    {
        var squares = SquaredLength.Of(numbers);
        if (squares is < SmallestSquare or > LargestSquare || double.IsNaN(squares))
        {
            double largest = 0;
            foreach (var number in numbers) largest = Math.Max(largest, Math.Abs(number));
            if (largest == 0) return false;

            // A row with NaN or an infinity becomes NaN as a whole.
            var scale = double.IsFinite(largest) ? Math.ScaleB(1, -PowerOfTwo.ExponentOf(largest)) : double.NaN;
            foreach (ref var number in numbers) number *= scale;
            squares = SquaredLength.Of(numbers);
        }

        Divide(numbers, Math.Sqrt(squares));
        return true;
    }

    private static void Divide(Span<double> numbers, double divisor)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(numbers);
        for (var i = 0; i < wide.Length; i++) wide[i] /= divisor;
        foreach (ref var number in numbers[(wide.Length * Vector512<double>.Count)..]) number /= divisor;
    }
}
