namespace Infoscope.Plugins.Spectrum.Distances.Geometry;

/// <summary>A = L L' of a positive semidefinite matrix, L of as few columns as the rank of A.</summary>
internal static class PivotedCholesky
{
    /// <summary>Gives L, row-major, of the rows of A in their order. Cost: size x rank^2 multiplications.</summary>
    /// <param name="matrix">A, row-major.</param>
    /// <param name="size">The number of rows of A.</param>
    /// <param name="mostColumns">The most columns of L.</param>
    /// <param name="negligible">What is left of every diagonal element is not above this when L is complete.</param>
    public static double[] Of(ReadOnlySpan<double> matrix, int size, int mostColumns, double negligible)
    {
        var left = new double[size];
        for (var i = 0; i < size; i++) left[i] = matrix[(i * size) + i];
        var factor = new double[size * mostColumns];
        var columns = 0;
        for (; columns < mostColumns; columns++)
        {
            var pivot = Array.IndexOf(left, left.Max());
            if (!(left[pivot] > negligible)) break;
            var root = Math.Sqrt(left[pivot]);
            var pivotRow = factor.AsSpan(pivot * mostColumns, columns);
            for (var i = 0; i < size; i++)
            {
                if (i == pivot) continue;
                var element = (matrix[(i * size) + pivot] - Vectors.Dot(pivotRow, factor.AsSpan(i * mostColumns, columns))) / root;
                // A row that was a pivot is complete: what is left of it is rounding.
                if (left[i] == 0) element = 0;
                factor[(i * mostColumns) + columns] = element;
                left[i] = Math.Max(0, left[i] - (element * element));
            }

            factor[(pivot * mostColumns) + columns] = root;
            left[pivot] = 0;
        }

        var result = new double[size * columns];
        for (var i = 0; i < size; i++) factor.AsSpan(i * mostColumns, columns).CopyTo(result.AsSpan(i * columns));
        return result;
    }
}
