namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>The Cholesky factor of a small matrix, for the many sets of tokens that are tried.</summary>
internal static class CholeskyRows
{
    private const int Together = 4, Padding = 8;

    /// <summary>Gives the number of columns to factor a matrix of some size with one column beside it in: what is left over is padding.</summary>
    public static int ColumnsFor(int size) => (size + Padding) / Padding * Padding;

    /// <summary>Replaces the upper triangle of a symmetric matrix A by its factor R, R'R = A, and columns B beside it by R'^-1 B. Cost: n^3/6 multiplications.</summary>
    /// <param name="matrix">A, B and padding side by side, row-major (size, columns); below the diagonal and in the padding there may be any numbers, and are others afterwards.</param>
    /// <param name="size">The number of rows.</param>
    /// <param name="columns">The number of columns, at least as many and a multiple of 8.</param>
    /// <returns>False when a pivot is not above 0; the matrix is then spoilt.</returns>
    public static bool TryFactor(Span<double> matrix, int size, int columns)
    {
        Span<double> factors = stackalloc double[Together * Together];
        for (var first = 0; first < size; first += Together)
        {
            // Four rows are reduced together by those before them, then by one another.
            var end = Math.Min(first + Together, size);
            var begin = first & -Padding;
            for (var earlier = 0; end == first + Together && earlier < first; earlier += Together)
            {
                for (var i = 0; i < factors.Length; i++) factors[i] = -matrix[((earlier + (i % Together)) * columns) + first + (i / Together)];
                Vectors.AddScaledRows(matrix[((first * columns) + begin)..], factors, matrix[((earlier * columns) + begin)..], columns, columns - begin);
            }

            for (var i = first; i < end; i++)
            {
                Subtract(matrix, columns, i, end == first + Together ? first : 0, i);
                var row = matrix.Slice((i * columns) + i, columns - i);
                if (!(row[0] > 0)) return false;
                row[0] = Math.Sqrt(row[0]);
                Vectors.Divide(row[1..], row[0]);
            }
        }

        return true;
    }

    /// <summary>Takes from a row, from its diagonal on, its part along some rows before it, which are factored.</summary>
    /// <param name="matrix">The matrix, row-major.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="row">The row.</param>
    /// <param name="first">The first of the factored rows.</param>
    /// <param name="end">The row after the last of them.</param>
    public static void Subtract(Span<double> matrix, int columns, int row, int first, int end)
    {
        var target = matrix[((row * columns) + row)..((row + 1) * columns)];
        var earlier = first;
        for (; earlier + 3 < end; earlier += 4)
        {
            ReadOnlySpan<double> one = matrix.Slice((earlier * columns) + row, target.Length), two = matrix.Slice(((earlier + 1) * columns) + row, target.Length);
            ReadOnlySpan<double> three = matrix.Slice(((earlier + 2) * columns) + row, target.Length), four = matrix.Slice(((earlier + 3) * columns) + row, target.Length);
            Vectors.AddScaled(target, -one[0], one, -two[0], two, -three[0], three, -four[0], four);
        }

        for (; earlier < end; earlier++)
        {
            ReadOnlySpan<double> last = matrix.Slice((earlier * columns) + row, target.Length);
            Vectors.AddScaled(target, -last[0], last);
        }
    }
}
