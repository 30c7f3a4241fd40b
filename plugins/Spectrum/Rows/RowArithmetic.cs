using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>Sweeps over one row in eight lanes, whatever the processor has, so that no bit depends on it.</summary>
internal static class RowArithmetic
{
    /// <summary>Gives the largest magnitude; NaN if there is a NaN.</summary>
    public static double LargestMagnitude(ReadOnlySpan<double> row)
    {
        var (largest, other) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(row);
        var i = 0;
        for (; i + 1 < wide.Length; i += 2)
        {
            largest = Vector512.Max(largest, Vector512.Abs(wide[i]));
            other = Vector512.Max(other, Vector512.Abs(wide[i + 1]));
        }

        if (i < wide.Length) largest = Vector512.Max(largest, Vector512.Abs(wide[i]));
        largest = Vector512.Max(largest, other);
        double result = 0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++) result = Math.Max(result, largest[lane]);
        foreach (var value in row[(wide.Length * Vector512<double>.Count)..]) result = Math.Max(result, Math.Abs(value));
        return result;
    }

    /// <summary>Scales a row to length 1; it may be written over itself.</summary>
    /// <param name="row">The row, not zero.</param>
    /// <param name="factor">A power of two that brings its squares into the range of a double.</param>
    /// <param name="unit">Takes the result.</param>
    public static void Normalize(ReadOnlySpan<double> row, double factor, Span<double> unit)
    {
        var (sum, other) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(row);
        var wideUnit = MemoryMarshal.Cast<double, Vector512<double>>(unit);
        var i = 0;
        for (; i + 1 < wide.Length; i += 2)
        {
            var (first, second) = (wide[i] * factor, wide[i + 1] * factor);
            sum = Vector512.FusedMultiplyAdd(first, first, sum);
            other = Vector512.FusedMultiplyAdd(second, second, other);
        }

        if (i < wide.Length) sum = Vector512.FusedMultiplyAdd(wide[i] * factor, wide[i] * factor, sum);
        sum += other;
        double squares = 0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++) squares += sum[lane];
        var tail = wide.Length * Vector512<double>.Count;
        for (var k = tail; k < row.Length; k++) squares = Math.FusedMultiplyAdd(row[k] * factor, row[k] * factor, squares);
        var norm = Math.Sqrt(squares);
        for (i = 0; i < wide.Length; i++) wideUnit[i] = wide[i] * factor / norm;
        for (var k = tail; k < row.Length; k++) unit[k] = row[k] * factor / norm;
    }
}
