namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>The orthogonal factor U of the polar decomposition M = U H, the orthogonal matrix nearest to M.</summary>
/// <remarks>By one-sided Jacobi rotations: M W has orthogonal columns; scaled to length 1 they are Q, and U = Q W^T. Cost: O(size^3) per sweep, a handful of sweeps.</remarks>
internal static class PolarFactor
{
    private const int MostSweeps = 60;
    private const double Rounding = 1e-15;

    /// <summary>Gives the factor of a row-major square matrix of full rank, row-major.</summary>
    /// <exception cref="NumericalFailureException">The columns did not become orthogonal.</exception>
    public static double[] Of(ReadOnlySpan<double> matrix, int size)
    {
        // Columns become rows here, which lie together in memory.
        var turned = Transposed(matrix, size);
        var rotations = new double[size * size];
        for (var i = 0; i < size; i++) rotations[i * size + i] = 1;
        for (var sweep = 0; Sweep(turned, rotations, size); sweep++)
        {
            if (sweep == MostSweeps) throw new NumericalFailureException($"the polar factor of {size} rows of the embedding did not converge in {MostSweeps} sweeps; ask for another number of clusters.");
        }

        return Product(turned, rotations, size);
    }

    private static double[] Transposed(ReadOnlySpan<double> matrix, int size)
    {
        var turned = new double[size * size];
        for (var i = 0; i < turned.Length; i++) turned[i] = matrix[i % size * size + i / size];
        return turned;
    }

    private static bool Sweep(double[] turned, double[] rotations, int size)
    {
        var rotated = false;
        for (var p = 0; p < size; p++)
        {
            for (var q = p + 1; q < size; q++)
            {
                var first = turned.AsSpan(p * size, size);
                var second = turned.AsSpan(q * size, size);
                var (alpha, beta, gamma) = (Vectors.Dot(first, first), Vectors.Dot(second, second), Vectors.Dot(first, second));
                if (Math.Abs(gamma) <= size * Rounding * Math.Sqrt(alpha * beta)) continue;
                rotated = true;
                var cotangent = (beta - alpha) / (2 * gamma);
                var tangent = Math.CopySign(1, cotangent) / (Math.Abs(cotangent) + Math.Sqrt(1 + cotangent * cotangent));
                var cosine = 1 / Math.Sqrt(1 + tangent * tangent);
                Rotate(first, second, cosine, tangent * cosine);
                Rotate(rotations.AsSpan(p * size, size), rotations.AsSpan(q * size, size), cosine, tangent * cosine);
            }
        }

        return rotated;
    }

    private static void Rotate(Span<double> first, Span<double> second, double cosine, double sine)
    {
        for (var i = 0; i < first.Length; i++)
            (first[i], second[i]) = (cosine * first[i] - sine * second[i], sine * first[i] + cosine * second[i]);
    }

    private static double[] Product(double[] turned, double[] rotations, int size)
    {
        var factor = new double[size * size];
        for (var column = 0; column < size; column++)
        {
            var axis = turned.AsSpan(column * size, size);
            var rotation = rotations.AsSpan(column * size, size);
            var length = Math.Sqrt(Vectors.Dot(axis, axis));
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++) factor[i * size + j] += axis[i] / length * rotation[j];
            }
        }

        return factor;
    }
}
