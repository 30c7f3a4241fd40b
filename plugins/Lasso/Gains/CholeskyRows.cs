namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>The Cholesky factor of a small matrix, for the many sets of tokens that are tried.</summary>
internal static class CholeskyRows
{
    /// <summary>Replaces the upper triangle of a symmetric matrix A by its factor R, R'R = A, and columns B beside it by R'^-1 B. Cost: n^3/6 multiplications.</summary>
    /// <param name="matrix">A and B side by side, row-major (size, columns); what is below the diagonal is neither read nor changed.</param>
    /// <param name="size">The number of rows.</param>
    /// <param name="columns">The number of columns, at least as many.</param>
    /// <returns>False when a pivot is not above 0; the matrix is then spoilt.</returns>
    public static bool TryFactor(Span<double> matrix, int size, int columns)
    {
        for (var i = 0; i < size; i++)
        {
            Subtract(matrix, columns, i, i);
            var row = matrix.Slice((i * columns) + i, columns - i);
            if (!(row[0] > 0)) return false;
            row[0] = Math.Sqrt(row[0]);
            Vectors.Divide(row[1..], row[0]);
        }

        return true;
    }

    /// <summary>Takes from a row, from its diagonal on, its part along the first rows, which are factored.</summary>
    public static void Subtract(Span<double> matrix, int columns, int row, int factored)
    {
        var target = matrix[((row * columns) + row)..((row + 1) * columns)];
        var earlier = 0;
        for (; earlier + 3 < factored; earlier += 4)
        {
            ReadOnlySpan<double> first = matrix.Slice((earlier * columns) + row, target.Length), second = matrix.Slice(((earlier + 1) * columns) + row, target.Length);
            ReadOnlySpan<double> third = matrix.Slice(((earlier + 2) * columns) + row, target.Length), fourth = matrix.Slice(((earlier + 3) * columns) + row, target.Length);
            Vectors.AddScaled(target, -first[0], first, -second[0], second, -third[0], third, -fourth[0], fourth);
        }

        for (; earlier < factored; earlier++)
        {
            ReadOnlySpan<double> one = matrix.Slice((earlier * columns) + row, target.Length);
            Vectors.AddScaled(target, -one[0], one);
        }
    }
}
