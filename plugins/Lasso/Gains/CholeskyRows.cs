namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>The Cholesky factor of a small matrix, for the many sets of tokens that are tried.</summary>
internal static class CholeskyRows
{
    /// <summary>Replaces the lower triangle of a symmetric matrix, row-major (n, n), by its factor. Cost: n^3/6 multiplications.</summary>
    /// <returns>False when a pivot is not above 0; the matrix is then spoilt.</returns>
    public static bool TryFactor(Span<double> matrix, int size)
    {
        for (var i = 0; i < size; i++)
        {
            var row = matrix.Slice(i * size, i + 1);
            for (var j = 0; j < i; j++) row[j] = (row[j] - Vectors.Dot(row[..j], matrix.Slice(j * size, j))) / matrix[j * size + j];
            var pivot = row[i] - Vectors.SquaredNorm(row[..i]);
            if (!(pivot > 0)) return false;
            row[i] = Math.Sqrt(pivot);
        }

        return true;
    }

    /// <summary>Replaces b by L^-1 b.</summary>
    public static void Forward(ReadOnlySpan<double> factor, int size, Span<double> b)
    {
        for (var i = 0; i < size; i++) b[i] = (b[i] - Vectors.Dot(factor.Slice(i * size, i), b)) / factor[i * size + i];
    }
}
