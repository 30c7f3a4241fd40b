namespace Infoscope.Compute;

/// <summary>Eigenvalues of a symmetric matrix.</summary>
/// <remarks>
/// Householder reduction to a tridiagonal matrix, then QL steps with implicit shifts: Golub and Van Loan, Matrix Computations, sections 8.3.1 and 8.3.3.
/// The error of each eigenvalue is of the order of n eps |A|.
/// </remarks>
internal static class SymmetricSpectrum
{
    /// <summary>Gives the eigenvalues, ascending; the matrix is overwritten. Cost: 4/3 n^3 multiplications.</summary>
    /// <exception cref="NumericalFailureException">The iteration did not converge, or an eigenvalue is beyond the range of a double.</exception>
    public static double[] Eigenvalues(LowerTriangle matrix)
    {
        // At a largest magnitude near 1 no square of an element that matters leaves the range of a double.
        var largest = matrix.LargestMagnitude();
        if (largest == 0) return new double[matrix.Size];
        var exponent = PowerOfTwo.ExponentOf(largest);
        var scale = Math.ScaleB(1, -exponent);
        foreach (ref var element in matrix.Elements.AsSpan()) element *= scale;

        var (diagonal, offDiagonal) = Tridiagonalization.Reduce(matrix);
        ImplicitQl.Diagonalize(diagonal, offDiagonal);
        Array.Sort(diagonal);
        foreach (ref var value in diagonal.AsSpan()) value = Math.ScaleB(value, exponent);
        if (!double.IsFinite(diagonal[0]) || !double.IsFinite(diagonal[^1]))
            throw new NumericalFailureException($"an eigenvalue of the {matrix.Size} x {matrix.Size} matrix is beyond the range of a double; scale the matrix down.");
        return diagonal;
    }
}
