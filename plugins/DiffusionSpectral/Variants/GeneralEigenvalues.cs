using System.Numerics;

namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>Eigenvalues of a real matrix that need not be symmetric.</summary>
/// <remarks>
/// Per strongly connected component a Householder reduction to a Hessenberg matrix, then QR steps with two implicit shifts: Golub and Van Loan, Matrix
/// Computations, algorithms 7.4.2 and 7.5.1. The eigenvalues are those of a matrix within about n eps |A| of the given one, which moves a simple eigenvalue by
/// that times its condition, and one that lacks m eigenvectors by the m+1-th root.
/// </remarks>
internal static class GeneralEigenvalues
{
    private const double Epsilon = 1.0 / (1L << 52);

    // Two to three steps per eigenvalue are usual; every tenth in vain uses other shifts.
    private const int MaximumSteps = 100, StepsOfOneKind = 10;

    /// <summary>Gives the eigenvalues, in no order. Cost: about 10 n^3 for a matrix of one component, and another n^2 of memory.</summary>
    /// <param name="matrix">The (size, size) matrix, row-major.</param>
    /// <param name="size">The order.</param>
    /// <param name="cancellation">Looked at between columns and between steps.</param>
    /// <exception cref="NumericalFailureException">An eigenvalue did not converge.</exception>
    public static Complex[] Of(ReadOnlySpan<double> matrix, int size, CancellationToken cancellation)
    {
        var values = new List<Complex>(size);
        foreach (var component in StrongComponents.Of(matrix, size))
        {
            var block = new double[component.Length * component.Length];
            for (var i = 0; i < component.Length; i++)
            {
                for (var j = 0; j < component.Length; j++) block[(i * component.Length) + j] = matrix[(component[i] * size) + component[j]];
            }

            Hessenberg.Reduce(block, component.Length, cancellation);
            AddEigenvalues(block, component.Length, values, cancellation);
        }

        return [.. values];
    }

    private static void AddEigenvalues(double[] matrix, int size, List<Complex> values, CancellationToken cancellation)
    {
        // The reduction leaves errors of this order anywhere, so a coupling below it says nothing.
        double squares = 0;
        foreach (var element in matrix) squares += element * element;
        var negligible = Epsilon * Math.Sqrt(squares);

        var steps = 0;
        for (var last = size - 1; last >= 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = StartOfBlock(matrix, size, last, negligible);
            if (last - first < 2)
            {
                AddSmallBlock(matrix, size, first, last, values);
                last = first - 1;
                steps = 0;
                continue;
            }

            if (++steps > MaximumSteps) throw new NumericalFailureException($"eigenvalue {last} of a block of {size} rows did not converge in {MaximumSteps} QR steps; use another number of neighbours.");
            FrancisStep.Apply(matrix, size, first, last, Shifts(matrix, size, last, steps % StepsOfOneKind == 0));
        }
    }

    /// <summary>Gives the first index of the block that ends at an index, after a coupling that is negligible and set to 0.</summary>
    private static int StartOfBlock(double[] matrix, int size, int last, double negligible)
    {
        var first = last;
        while (first > 0 && Math.Abs(matrix[(first * size) + first - 1]) > negligible) first--;
        if (first > 0) matrix[(first * size) + first - 1] = 0;
        return first;
    }

    /// <summary>Gives the shifts: the eigenvalues of the last two rows, or a pair apart from them that breaks a cycle.</summary>
    private static ShiftPair Shifts(double[] matrix, int size, int last, bool exceptional)
    {
        var upper = ((last - 1) * size) + last - 1;
        var lower = (last * size) + last;
        var (a, b, c, d) = (matrix[upper], matrix[upper + 1], matrix[lower - 1], matrix[lower]);
        if (!exceptional) return new(a, d, b * c);
        var distance = Math.Abs(c) + Math.Abs(matrix[upper - 1]);
        var centre = d + (0.75 * distance);
        return new(centre, centre, -0.4375 * distance * distance);
    }

    private static void AddSmallBlock(double[] matrix, int size, int first, int last, List<Complex> values)
    {
        var upper = (first * size) + first;
        if (first == last)
        {
            values.Add(matrix[upper]);
            return;
        }

        var (a, b, c, d) = (matrix[upper], matrix[upper + 1], matrix[upper + size], matrix[upper + size + 1]);
        var half = 0.5 * (a - d);
        var discriminant = (half * half) + (b * c);
        if (discriminant < 0)
        {
            var imaginary = Math.Sqrt(-discriminant);
            values.Add(new Complex(d + half, imaginary));
            values.Add(new Complex(d + half, -imaginary));
            return;
        }

        // The root of larger magnitude is added without cancellation, the other follows from the product of the two.
        var root = half + Math.CopySign(Math.Sqrt(discriminant), half);
        values.Add(d + root);
        values.Add(root == 0 ? d : d - (b * c / root));
    }
}
