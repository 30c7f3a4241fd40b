namespace Infoscope.Compute;

/// <summary>Scales rows to Euclidean length 1.</summary>
internal static class RowNormalization
{
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
        double largest = 0;
        foreach (var number in numbers) largest = Math.Max(largest, Math.Abs(number));
        if (largest == 0) return false;

        // A row with NaN or an infinity becomes NaN as a whole.
        var scale = double.IsFinite(largest) ? Math.ScaleB(1, -PowerOfTwo.ExponentOf(largest)) : double.NaN;
        double squares = 0;
        foreach (ref var number in numbers)
        {
            number *= scale;
            squares += number * number;
        }

        var length = Math.Sqrt(squares);
        foreach (ref var number in numbers) number /= length;
        return true;
    }
}
