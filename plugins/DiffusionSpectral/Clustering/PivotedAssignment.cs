namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>Assigns embedded rows to clusters by a pivoted QR factorization, without iterations and without random numbers.</summary>
/// <remarks>
/// The rows that column-pivoted QR of the transposed embedding chooses stand for the clusters; the polar factor of those rows turns the embedding so that
/// each chosen row is nearest an axis of its own, and a row belongs to the axis of its largest coordinate. An orthogonal change of the embedding changes nothing.
/// Reference: A. Damle, V. Minden, L. Ying, "Simple, direct and efficient multi-way spectral clustering", Information and Inference 8 (2019), algorithm 1.
/// </remarks>
internal static class PivotedAssignment
{
    // Squares of what is left of a row, relative to the longest row, that rounding alone may leave.
    private const double Rounding = 1e-26;

    /// <summary>Gives the cluster of each row of an embedding, row-major (rows, clusters), of full rank. Cost: O(rows * clusters^2).</summary>
    /// <exception cref="NumericalFailureException">The embedding has a lower rank.</exception>
    public static int[] Of(ReadOnlySpan<double> embedding, int rows, int clusters)
    {
        var chosen = Pivots(embedding, rows, clusters);
        var columns = new double[clusters * clusters];
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            for (var i = 0; i < clusters; i++) columns[i * clusters + cluster] = embedding[chosen[cluster] * clusters + i];
        }

        var rotation = PolarFactor.Of(columns, clusters);
        var assigned = new int[rows];
        for (var row = 0; row < rows; row++) assigned[row] = LargestCoordinate(embedding.Slice(row * clusters, clusters), rotation);
        return assigned;
    }

    private static int[] Pivots(ReadOnlySpan<double> embedding, int rows, int clusters)
    {
        var rest = embedding.ToArray();
        var pivots = new int[clusters];
        var direction = new double[clusters];
        double longest = 0;
        for (var step = 0; step < clusters; step++)
        {
            var (pivot, squares) = Largest(rest, rows, clusters);
            longest = Math.Max(longest, squares);
            if (!(squares > Rounding * longest)) throw new NumericalFailureException($"the embedding of the reference has rank {step}; {clusters} clusters need rank {clusters}: ask for fewer clusters.");
            pivots[step] = pivot;
            var norm = Math.Sqrt(squares);
            for (var i = 0; i < clusters; i++) direction[i] = rest[pivot * clusters + i] / norm;
            for (var row = 0; row < rows; row++) Remove(direction, rest.AsSpan(row * clusters, clusters));
        }

        return pivots;
    }

    private static (int Row, double Squares) Largest(double[] rest, int rows, int clusters)
    {
        var (largest, at) = (-1.0, 0);
        for (var row = 0; row < rows; row++)
        {
            double squares = 0;
            foreach (var value in rest.AsSpan(row * clusters, clusters)) squares += value * value;
            if (squares > largest) (largest, at) = (squares, row);
        }

        return (at, largest);
    }

    private static void Remove(ReadOnlySpan<double> direction, Span<double> row)
    {
        double along = 0;
        for (var i = 0; i < row.Length; i++) along += direction[i] * row[i];
        for (var i = 0; i < row.Length; i++) row[i] -= along * direction[i];
    }

    private static int LargestCoordinate(ReadOnlySpan<double> row, double[] rotation)
    {
        var (largest, at) = (-1.0, 0);
        for (var axis = 0; axis < row.Length; axis++)
        {
            double coordinate = 0;
            for (var i = 0; i < row.Length; i++) coordinate += row[i] * rotation[i * row.Length + axis];
            if (Math.Abs(coordinate) > largest) (largest, at) = (Math.Abs(coordinate), axis);
        }

        return at;
    }
}
