namespace Infoscope.Plugins.DiffusionSpectral.LinearAlgebra;

/// <summary>The eigenvalues and eigenvectors of a small dense symmetric matrix.</summary>
/// <remarks>
/// Householder reduction to a tridiagonal matrix, then QL steps with implicit shifts that carry the vectors along. The values are those of a matrix within
/// a small multiple of n eps |A| of the given one, and the vectors are orthonormal to a small multiple of n eps, whatever the gaps between the values.
/// </remarks>
internal sealed class SymmetricEigenSystem
{
    private SymmetricEigenSystem(double[] values, double[][] vectors)
    {
        Values = values;
        Vectors = vectors;
    }

    /// <summary>Gets the n eigenvalues, ascending.</summary>
    public double[] Values { get; }

    /// <summary>Gets for each eigenvalue its unit eigenvector; the sign is arbitrary, but the same for the same matrix.</summary>
    public double[][] Vectors { get; }

    /// <summary>Decomposes a symmetric matrix, of which the lower triangle is read. Cost: about 9 n^3 operations.</summary>
    /// <param name="rowMajor">size x size elements; not changed.</param>
    /// <param name="size">The number n of rows.</param>
    /// <exception cref="ArgumentException">There are not size x size elements.</exception>
    /// <exception cref="NumericalFailureException">An element is not finite, an eigenvalue did not converge or is beyond the range of a double.</exception>
    public static SymmetricEigenSystem Of(double[] rowMajor, int size)
    {
        ArgumentNullException.ThrowIfNull(rowMajor);
        if (rowMajor.Length != (long)size * size) throw new ArgumentException($"there are {rowMajor.Length} elements; a square matrix of {size} rows needs {(long)size * size}.", nameof(rowMajor));
        var largest = LargestMagnitude(rowMajor, size);

        // At a largest magnitude near 1 no square of an element that matters leaves the range of a double.
        var exponent = largest == 0 ? 0 : Math.ILogB(largest);
        double[] scaled = [.. rowMajor.Select(element => Math.ScaleB(element, -exponent))];
        var reduction = SymmetricEigenReduction.Of(scaled, size);
        SymmetricEigenIteration.Diagonalize(reduction.Diagonal, reduction.OffDiagonal, reduction.Rotation);

        double[] values = [.. reduction.Diagonal.Select(value => Math.ScaleB(value, exponent))];
        Array.Sort(values, reduction.Rotation);
        if (size > 0 && !(double.IsFinite(values[0]) && double.IsFinite(values[^1])))
            throw new NumericalFailureException($"an eigenvalue of the {size} x {size} matrix is beyond the range of a double; scale the matrix down.");
        return new SymmetricEigenSystem(values, reduction.Rotation);
    }

    private static double LargestMagnitude(double[] rowMajor, int size)
    {
        double largest = 0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var magnitude = Math.Abs(rowMajor[(row * size) + column]);
                if (!double.IsFinite(magnitude))
                    throw new NumericalFailureException($"element ({row}, {column}) of the {size} x {size} matrix is {rowMajor[(row * size) + column]}; eigenvalues need finite elements.");
                largest = Math.Max(largest, magnitude);
            }
        }

        return largest;
    }
}
