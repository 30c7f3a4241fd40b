using System.Numerics;

namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>Eigenvalues of a real matrix that need not be symmetric.</summary>
/// <remarks>
/// Householder reduction to a Hessenberg matrix, then QR steps with two implicit shifts: Golub and Van Loan, Matrix Computations, algorithms 7.4.2 and 7.5.1.
/// Each eigenvalue is one of a matrix within about n eps |A| of the given one; a multiple eigenvalue with m eigenvectors missing moves by the m+1-th root of that.
/// </remarks>
internal static class GeneralEigenvalues
{
    private const double Epsilon = 1.0 / (1L << 52);

    // Two to three steps per eigenvalue are usual; every tenth in vain uses other shifts.
    private const int MaximumSteps = 100, StepsOfOneKind = 10;

    /// <summary>Gives the eigenvalues, in no order; the matrix is overwritten. Cost: about 10 n^3.</summary>
    /// <param name="matrix">The (size, size) matrix, row-major.</param>
    /// <param name="size">The order.</param>
    /// <param name="cancellation">Looked at between columns and between steps.</param>
    /// <exception cref="NumericalFailureException">An eigenvalue did not converge.</exception>
    public static Complex[] Of(double[] matrix, int size, CancellationToken cancellation)
    {
        Hessenberg.Reduce(matrix, size, cancellation);
        double norm = 0;
        foreach (var element in matrix) norm = Math.Max(norm, Math.Abs(element));
        var values = new Complex[size];
        var steps = 0;
        for (var last = size - 1; last >= 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = StartOfBlock(matrix, size, last, norm);
            if (first == last)
            {
                values[last] = matrix[(last * size) + last];
                last--;
                steps = 0;
            }
            else if (first == last - 1)
            {
                (values[first], values[last]) = OfPair(matrix, size, first);
                last -= 2;
                steps = 0;
            }
            else
            {
                if (++steps > MaximumSteps) throw new NumericalFailureException($"eigenvalue {last} of the {size} x {size} matrix did not converge in {MaximumSteps} QR steps; use another number of neighbours.");
                var (sum, product) = Shifts(matrix, size, last, steps % StepsOfOneKind == 0);
                FrancisStep.Apply(matrix, size, first, last, sum, product);
            }
        }

        return values;
    }

    /// <summary>Gives the first index of the block that ends at an index, after a coupling that is negligible and set to 0.</summary>
    private static int StartOfBlock(double[] matrix, int size, int last, double norm)
    {
        for (var first = last; first > 0; first--)
        {
            ref var coupling = ref matrix[(first * size) + first - 1];
            var around = Math.Abs(matrix[((first - 1) * size) + first - 1]) + Math.Abs(matrix[(first * size) + first]);
            if (Math.Abs(coupling) > Epsilon * (around == 0 ? norm : around)) continue;
            coupling = 0;
            return first;
        }

        return 0;
    }

    /// <summary>Gives the sum and the product of the two shifts: the eigenvalues of the last two rows, or a pair apart from them that breaks a cycle.</summary>
    private static (double Sum, double Product) Shifts(double[] matrix, int size, int last, bool exceptional)
    {
        var upper = ((last - 1) * size) + last - 1;
        var lower = (last * size) + last;
        var (a, b, c, d) = (matrix[upper], matrix[upper + 1], matrix[lower - 1], matrix[lower]);
        if (!exceptional) return (a + d, (a * d) - (b * c));
        var distance = Math.Abs(c) + Math.Abs(matrix[upper - 1]);
        return (2 * (d + (0.75 * distance)), (d + (0.75 * distance)) * (d + (0.75 * distance)) + (0.4375 * distance * distance));
    }

    private static (Complex First, Complex Second) OfPair(double[] matrix, int size, int first)
    {
        var upper = (first * size) + first;
        var lower = ((first + 1) * size) + first + 1;
        var (a, b, c, d) = (matrix[upper], matrix[upper + 1], matrix[lower - 1], matrix[lower]);
        var half = 0.5 * (a - d);
        var discriminant = (half * half) + (b * c);
        if (discriminant < 0)
        {
            var imaginary = Math.Sqrt(-discriminant);
            return (new Complex(d + half, imaginary), new Complex(d + half, -imaginary));
        }

        // The root of larger magnitude is added without cancellation, the other follows from the product of the two.
        var root = half + Math.CopySign(Math.Sqrt(discriminant), half);
        return root == 0 ? (a, d) : (d + root, d - (b * c / root));
    }
}
