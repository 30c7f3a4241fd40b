namespace Infoscope.Compute;

/// <summary>Softmax of each row times a number.</summary>
internal static class RowSoftmax
{
    /// <summary>Replaces each row in place.</summary>
    public static void Apply(CpuMatrix matrix, double scale)
    {
        if (matrix.Columns == 0) return;
        var padded = ShiftedSoftmax.PaddedLength(matrix.Columns);
        var (numbers, scratch) = (new double[padded], new double[padded]);
        var ofRow = numbers.AsSpan(0, matrix.Columns);
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix.Read(row, 0, ofRow);

            // The difference of halves cannot overflow, so neither a scale of 0 nor a tiny one meets an infinity that the row did not hold.
            foreach (ref var number in ofRow) number *= 0.5;
            ShiftedSoftmax.Apply<double>(numbers, Math.Abs(scale), double.CopySign(2, scale), scratch, ofRow, out _);
            matrix.Write(row, 0, ofRow);
        }
    }
}
