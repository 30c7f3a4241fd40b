namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>The eigenvectors with the largest eigenvalues of a sparse symmetric matrix whose eigenvalues lie in [-1, 1].</summary>
/// <remarks>
/// Subspace iteration with a Chebyshev polynomial: it is small from -1 to the least eigenvalue of the subspace and grows beyond, so what is wanted grows against the rest.
/// More vectors are carried than are wanted, so that close and multiple eigenvalues are found together.
/// Reference: Y. Zhou, Y. Saad, "A Chebyshev-Davidson algorithm for large symmetric eigenproblems", SIAM J. Matrix Anal. Appl. 29 (2007).
/// </remarks>
internal static class LeadingEigenvectors
{
    /// <summary>The residual norm below which a vector is taken for an eigenvector.</summary>
    public const double LargestResidual = 1e-11;

    /// <summary>The products with the matrix after which an iteration that has not converged is given up, by default.</summary>
    public const int UsualMostProducts = 20_000;

    private const double LargestGrowth = 1e6;
    private const int LeastSpare = 10;
    private const int MostDegree = 2_000;

    /// <summary>Gives the vectors, row-major (size, wanted), orthonormal, the largest eigenvalue first.</summary>
    /// <remarks>Of eigenvectors that belong to one eigenvalue, those of which only some are wanted depend on the random start. Cost: O(elements * wanted) per product with the matrix.</remarks>
    /// <param name="matrix">The matrix, of more rows than vectors wanted.</param>
    /// <param name="wanted">The number of vectors.</param>
    /// <param name="random">Where the vectors start.</param>
    /// <param name="mostProducts">The number of products with the matrix after which the iteration gives up.</param>
    /// <param name="cancellation">Looked at per product.</param>
    /// <exception cref="NumericalFailureException">The residuals are not small after so many products.</exception>
    public static double[] Of(SparseMatrix matrix, int wanted, RandomStream random, int mostProducts, CancellationToken cancellation)
    {
        var subspace = new Subspace(matrix.Size, Math.Min(matrix.Size, wanted + Math.Max(LeastSpare, wanted / 2)), random);
        var products = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            subspace.Orthonormalize(random);
            var eigenvalues = subspace.Diagonalize(matrix);
            var residual = subspace.LargestResidual(eigenvalues, wanted);
            if (residual <= LargestResidual) return subspace.Leading(wanted);
            if (products >= mostProducts)
            {
                throw new NumericalFailureException(
                    $"the {wanted} leading eigenvectors of the reference's graph have residual {residual:G2} after {products} products; {LargestResidual:G1} is needed: ask for another number of clusters or more neighbours.");
            }

            products += Filter(matrix, subspace, eigenvalues[^1], cancellation);
        }
    }

    // The Chebyshev polynomial of the interval [-1, cut], of the highest degree that grows no more than rounding allows: T_j+1 = 2/h (A - c) T_j - T_j-1.
    private static int Filter(SparseMatrix matrix, Subspace subspace, double cut, CancellationToken cancellation)
    {
        cut = Math.Clamp(cut, -0.9, 1 - 1e-12);
        var (centre, half) = ((cut - 1) / 2, (cut + 1) / 2);
        var degree = Math.Clamp((int)(Math.Acosh(LargestGrowth) / Math.Acosh((1 - centre) / half)), 2, MostDegree);
        var (current, next) = (subspace.Values, new double[subspace.Values.Length]);
        matrix.MultiplyLess(current, subspace.Width, 1 / half, centre, next);
        for (var step = 1; step < degree; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            matrix.MultiplyLess(next, subspace.Width, 2 / half, centre, current);
            (current, next) = (next, current);
        }

        subspace.Values = next;
        return degree;
    }
}
