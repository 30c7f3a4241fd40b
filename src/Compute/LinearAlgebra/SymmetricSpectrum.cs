namespace Infoscope.Compute;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix.</summary>
/// <remarks>
/// Householder reduction to a tridiagonal matrix, then QL steps with implicit shifts: Golub and Van Loan, Matrix Computations, sections 8.3.1 and 8.3.3.
/// The error of each eigenvalue is of the order of n eps |A|; the vectors are orthonormal to the order of n eps, whatever the gaps between the values.
/// </remarks>
internal static class SymmetricSpectrum
{
    // Smaller matrices stay in a cache near enough for a column at a time.
    private const int SmallestByBand = 1000;

    /// <summary>Gives the eigenvalues, ascending; the matrix is overwritten. Cost: 4/3 n^3 multiplications.</summary>
    /// <exception cref="NumericalFailureException">The iteration did not converge, or an eigenvalue is beyond the range of a double.</exception>
    public static double[] Eigenvalues(LowerTriangle matrix, ComputeSession session)
    {
        var exponent = ScaleDown(matrix);
        var (diagonal, offDiagonal) = Reduce(matrix, session);
        RootFreeQl.Diagonalize(diagonal, offDiagonal, session.Cancellation);
        Array.Sort(diagonal);
        return ScaledUp(diagonal, exponent);
    }

    /// <summary>Gives the eigenvalues, ascending, and a unit eigenvector for each, which may have zeros behind it; the matrix is overwritten. Cost: about 8 n^3 multiplications.</summary>
    /// <exception cref="NumericalFailureException">The iteration did not converge, or an eigenvalue is beyond the range of a double.</exception>
    public static (double[] Values, double[][] Vectors) EigenSystem(LowerTriangle matrix, ComputeSession session)
    {
        var exponent = ScaleDown(matrix);
        var reduction = Tridiagonalization.Of(matrix, session.Cancellation);
        var vectors = reduction.Columns(session);
        ImplicitQl.Diagonalize(reduction.Diagonal, reduction.OffDiagonal, new Rotations(vectors, session));
        Array.Sort(reduction.Diagonal, vectors);
        return (ScaledUp(reduction.Diagonal, exponent), vectors);
    }

    private static (double[] Diagonal, double[] OffDiagonal) Reduce(LowerTriangle matrix, ComputeSession session)
    {
        if (matrix.Size < SmallestByBand)
        {
            var reduction = Tridiagonalization.Of(matrix, session.Cancellation);
            return (reduction.Diagonal, reduction.OffDiagonal);
        }

        BandReduction.Apply(matrix, session);
        return BulgeChase.Of(matrix, session.Cancellation);
    }

    /// <summary>Divides a matrix by a power of two, exactly, so that no square of an element that matters leaves the range of a double.</summary>
    /// <returns>The exponent of the power.</returns>
    private static int ScaleDown(LowerTriangle matrix)
    {
        if (matrix.LargestMagnitude == 0) return 0;
        var exponent = PowerOfTwo.ExponentOf(matrix.LargestMagnitude);
        matrix.Scale(Math.ScaleB(1, -exponent));
        return exponent;
    }

    private static double[] ScaledUp(double[] ascending, int exponent)
    {
        foreach (ref var value in ascending.AsSpan()) value = Math.ScaleB(value, exponent);
        if (ascending.Length > 0 && !(double.IsFinite(ascending[0]) && double.IsFinite(ascending[^1])))
            throw new NumericalFailureException($"an eigenvalue of the {ascending.Length} x {ascending.Length} matrix is beyond the range of a double; scale the matrix down.");
        return ascending;
    }
}
