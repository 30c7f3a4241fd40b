using Infoscope.Compute;

namespace Infoscope.Plugins.Spectrum.Distances.Geometry;

/// <summary>The sum of the singular values of a matrix.</summary>
/// <remarks>
/// The matrix is made bidiagonal; its singular values and their negatives are the eigenvalues of the tridiagonal matrix with zeros on the diagonal and the elements of the two diagonals in turn beside it
/// (Golub and Van Loan, Matrix Computations, section 8.6.1). No square of the matrix is formed, so each singular value has an error of rounding beside the largest. Cost: about 8/3 n^3 operations.
/// </remarks>
internal static class NuclearNorm
{
    /// <summary>Gives the norm of a row-major matrix, which is overwritten.</summary>
    public static double Of(ComputeSession compute, double[] matrix, int rows, int columns)
    {
        // At a largest magnitude near 1 no square of an element that matters leaves the range of a double.
        var largest = Vectors.LargestMagnitude(matrix);
        if (largest == 0 || !double.IsFinite(largest)) return largest;
        var scale = Math.ScaleB(1, Math.Clamp(Math.ILogB(largest), -1022, 1022));
        foreach (ref var element in matrix.AsSpan()) element /= scale;
        var tall = rows >= columns ? matrix : Transposed(matrix, rows, columns);
        var (diagonal, beside) = Householder.Bidiagonalize(tall, Math.Min(rows, columns));

        var size = 2 * diagonal.Length;
        var tridiagonal = new double[size * size];
        for (var i = 1; i < size; i++) tridiagonal[(i * size) + i - 1] = i % 2 == 1 ? diagonal[i / 2] : beside[(i / 2) - 1];
        using var uploaded = compute.Upload(tridiagonal, size, size);
        double sum = 0;
        foreach (var value in compute.SymmetricEigenvalues(uploaded)) sum += Math.Max(value, 0);
        return scale * sum;
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
