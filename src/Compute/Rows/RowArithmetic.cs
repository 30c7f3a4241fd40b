namespace Infoscope.Compute;

/// <summary>Sums of rows, and elements changed in place.</summary>
internal static class RowArithmetic
{
    public static void Sum(CpuMatrix matrix, CpuMatrix sums)
    {
        var numbers = new double[matrix.Columns];
        Span<double> sum = stackalloc double[1];
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix.Read(row, 0, numbers);
            sum[0] = 0;
            foreach (var number in numbers) sum[0] += number;
            sums.Write(row, 0, sum);
        }
    }

    public static void ScaleRows(CpuMatrix matrix, ReadOnlySpan<double> factors)
    {
        var numbers = new double[matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix.Read(row, 0, numbers);
            foreach (ref var number in numbers.AsSpan()) number *= factors[row];
            matrix.Write(row, 0, numbers);
        }
    }

    public static void ScaleColumns(CpuMatrix matrix, ReadOnlySpan<double> factors)
    {
        var numbers = new double[matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix.Read(row, 0, numbers);
            for (var column = 0; column < numbers.Length; column++) numbers[column] *= factors[column];
            matrix.Write(row, 0, numbers);
        }
    }

    public static void AddDiagonal(CpuMatrix matrix, double value)
    {
        Span<double> number = stackalloc double[1];
        for (var i = 0; i < matrix.Rows; i++)
        {
            matrix.Read(i, i, number);
            number[0] += value;
            matrix.Write(i, i, number);
        }
    }
}
