namespace Infoscope.Plugins.Lasso.Tests.Tokens;

/// <summary>Ridge regression and determinants in the space of features, by elimination with pivots: no Gram matrix of tokens, no Cholesky factor.</summary>
internal static class PrimalRidge
{
    /// <summary>Gives v = sigma^2 x'(S + sigma^2 I)^-1 x and e = sigma^4 |(S + sigma^2 I)^-1 x|^2 for the last token.</summary>
    public static (double Optimum, double ResidualEnergy) OfLast(TokenSequence sequence)
    {
        var x = sequence.Rows[^1];
        var matrix = Covariance(sequence.Rows[..^1], x.Length, 1);
        for (var feature = 0; feature < x.Length; feature++) matrix[feature][feature] += sequence.Variance;
        var solution = (double[])x.Clone();
        Eliminate(matrix, solution);
        return (sequence.Variance * solution.Zip(x, (a, b) => a * b).Sum(), sequence.Variance * sequence.Variance * solution.Sum(value => value * value));
    }

    /// <summary>Gives ln det(I + scale Z'Z).</summary>
    public static double LogDeterminant(double[][] rows, double scale)
    {
        var matrix = Covariance(rows, rows[0].Length, scale);
        for (var feature = 0; feature < matrix.Length; feature++) matrix[feature][feature] += 1;
        return Eliminate(matrix, new double[matrix.Length]);
    }

    private static double[][] Covariance(double[][] rows, int features, double scale)
    {
        double[][] matrix = [.. Enumerable.Range(0, features).Select(_ => new double[features])];
        foreach (var row in rows)
        {
            for (var i = 0; i < features; i++)
            {
                for (var j = 0; j < features; j++) matrix[i][j] += scale * row[i] * row[j];
            }
        }

        return matrix;
    }

    // Solves in place and gives the logarithm of the determinant's magnitude.
    private static double Eliminate(double[][] matrix, double[] right)
    {
        double logarithm = 0;
        var size = matrix.Length;
        for (var step = 0; step < size; step++)
        {
            var best = Enumerable.Range(step, size - step).MaxBy(row => Math.Abs(matrix[row][step]));
            (matrix[step], matrix[best]) = (matrix[best], matrix[step]);
            (right[step], right[best]) = (right[best], right[step]);
            logarithm += Math.Log(Math.Abs(matrix[step][step]));
            for (var row = step + 1; row < size; row++)
            {
                var factor = matrix[row][step] / matrix[step][step];
                for (var column = step; column < size; column++) matrix[row][column] -= factor * matrix[step][column];
                right[row] -= factor * right[step];
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < size; column++) right[row] -= matrix[row][column] * right[column];
            right[row] /= matrix[row][row];
        }

        return logarithm;
    }
}
