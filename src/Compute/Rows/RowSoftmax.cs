namespace Infoscope.Compute;

/// <summary>Softmax of each row times a number.</summary>
internal static class RowSoftmax
{
    /// <summary>Replaces each row in place.</summary>
    public static void Apply(CpuMatrix matrix, double scale)
    {
        if (matrix.Columns == 0) return;
        var numbers = new double[matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix.Read(row, 0, numbers);
            Softmax(numbers, scale);
            matrix.Write(row, 0, numbers);
        }
    }

    private static void Softmax(Span<double> numbers, double scale)
    {
        // The largest product is that of the smallest element where the scale is negative. Both Max and Min hand on a NaN.
        var extreme = numbers[0];
        foreach (var number in numbers) extreme = scale < 0 ? Math.Min(extreme, number) : Math.Max(extreme, number);

        // Half the difference cannot overflow, so neither a scale of 0 nor a tiny one meets an infinity that the row did not hold.
        var halfExtreme = 0.5 * extreme;
        double sum = 0;
        foreach (ref var number in numbers)
        {
            number = Math.Exp(2 * (scale * ((0.5 * number) - halfExtreme)));
            sum += number;
        }

        foreach (ref var number in numbers) number /= sum;
    }
}
