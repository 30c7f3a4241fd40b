namespace Infoscope.Compute;

/// <summary>A = L L', L lower triangular: determinants and solutions of symmetric positive definite systems.</summary>
internal sealed class CholeskyFactor
{
    // Half the distance from 1 to the next double: the relative error of one rounding.
    private const double UnitRoundoff = 1.0 / (1L << 53);

    private readonly LowerTriangle factor;

    private CholeskyFactor(LowerTriangle factor) => this.factor = factor;

    /// <summary>Gives row i of L up to its diagonal.</summary>
    public ReadOnlySpan<double> Row(int row) => factor.Row(row);

    /// <summary>Factors a matrix, row by row, in place. Cost: n^3/3 multiplications.</summary>
    /// <exception cref="NumericalFailureException">The matrix is not positive definite, or so nearly that rounding decides.</exception>
    public static CholeskyFactor Of(LowerTriangle matrix)
    {
        for (var i = 0; i < matrix.Size; i++)
        {
            var row = matrix.Row(i);
            for (var j = 0; j < i; j++)
            {
                var earlier = matrix.Row(j);
                row[j] = (row[j] - Vectors.Dot(row[..j], earlier)) / earlier[j];
            }

            var diagonal = row[i];
            var pivot = diagonal - Vectors.Dot(row[..i], row);

            // The sum that is subtracted from a diagonal element is at most that element, so its rounding error is at most this.
            var doubt = (i + 1) * UnitRoundoff * diagonal;
            if (!(pivot > doubt))
            {
                throw new NumericalFailureException(
                    $"the {matrix.Size} x {matrix.Size} matrix is not positive definite: pivot {i} is {pivot} and must be above {Math.Max(doubt, 0)}; add a ridge to the diagonal.");
            }

            row[i] = Math.Sqrt(pivot);
        }

        return new CholeskyFactor(matrix);
    }

    public double LogDeterminant()
    {
        double sum = 0;
        for (var i = 0; i < factor.Size; i++) sum += Math.Log(factor.Row(i)[i]);
        return 2 * sum;
    }

    /// <summary>Replaces B by the solution X of A X = B, both row-major.</summary>
    public void Solve(Span<double> numbers, int columns)
    {
        for (var i = 0; i < factor.Size; i++)
        {
            var row = factor.Row(i);
            var target = numbers.Slice(i * columns, columns);
            for (var j = 0; j < i; j++) Vectors.AddScaled(target, -row[j], numbers.Slice(j * columns, columns));
            foreach (ref var number in target) number /= row[i];
        }

        for (var i = factor.Size - 1; i >= 0; i--)
        {
            var row = factor.Row(i);
            var solved = numbers.Slice(i * columns, columns);
            foreach (ref var number in solved) number /= row[i];
            for (var j = 0; j < i; j++) Vectors.AddScaled(numbers.Slice(j * columns, columns), -row[j], solved);
        }
    }
}
