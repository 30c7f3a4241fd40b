namespace Infoscope.Plugins.Spectrum.Distances.Geometry;

/// <summary>The sum of the singular values of a matrix.</summary>
/// <remarks>No square of the matrix is formed, so each singular value has an error of rounding beside the largest. Cost: about 8/3 n^3 operations.</remarks>
internal static class NuclearNorm
{
    /// <summary>Gives the norm of a row-major matrix, which is overwritten.</summary>
    /// <exception cref="NumericalFailureException">A singular value did not converge.</exception>
    public static double Of(double[] matrix, int rows, int columns)
    {
        // At a largest magnitude near 1 no square of an element that matters leaves the range of a double.
        var largest = Vectors.LargestMagnitude(matrix);
        if (largest == 0 || !double.IsFinite(largest)) return largest;
        var scale = Math.ScaleB(1, Math.Clamp(Math.ILogB(largest), -1022, 1022));
        foreach (ref var element in matrix.AsSpan()) element /= scale;
        var tall = rows >= columns ? matrix : Transposed(matrix, rows, columns);
        var (diagonal, beside) = Householder.Bidiagonalize(tall, Math.Min(rows, columns));
        BidiagonalQr.Diagonalize(diagonal, beside);
        return scale * diagonal.Sum(Math.Abs);
    }

    private static double[] Transposed(double[] matrix, int rows, int columns)
    {
        var transposed = new double[matrix.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) transposed[(column * rows) + row] = matrix[(row * columns) + column];
        }

        return transposed;
    }
}
