namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>The inverse M of K + sigma^2 I for n tokens as W'W, W being the inverse of the lower Cholesky factor L.</summary>
/// <remarks>
/// Row t of W, divided by its last element, is minus the ridge weights of token t on the tokens before it, and a 1. So the weights of every token cost
/// no solution, and the last row of M needs the last row of W alone.
/// </remarks>
internal sealed class RidgeInverse
{
    // Rows that are worked on together, so that each earlier row is fetched once for all of them.
    private const int RowsTogether = 8;

    private readonly double[] rows;
    private double[]? dense;

    private RidgeInverse(double[] rows, int size)
    {
        this.rows = rows;
        Size = size;
    }

    /// <summary>Gets the number n of tokens.</summary>
    public int Size { get; }

    /// <summary>Inverts a lower factor, row-major (n, n), in its own place. Cost: n^3/6 multiplications.</summary>
    public static RidgeInverse OfFactor(double[] lower, int size, CancellationToken cancellation)
    {
        var coefficients = new double[RowsTogether][];
        for (var first = 0; first < size; first += RowsTogether)
        {
            cancellation.ThrowIfCancellationRequested();
            var end = Math.Min(first + RowsTogether, size);
            for (var i = first; i < end; i++)
            {
                var row = lower.AsSpan(i * size, i + 1);
                coefficients[i - first] = row.ToArray();
                row.Clear();
                row[i] = 1;
            }

            // Row i of W is (e_i - sum_{j<i} L_ij W_j) / L_ii.
            for (var j = 0; j < end; j++)
            {
                var done = lower.AsSpan(j * size, j + 1);
                if (j >= first)
                {
                    var pivot = coefficients[j - first][j];
                    foreach (ref var element in done) element /= pivot;
                }

                for (var i = Math.Max(first, j + 1); i < end; i++) Vectors.AddScaled(lower.AsSpan(i * size, i + 1), -coefficients[i - first][j], done);
            }
        }

        return new RidgeInverse(lower, size);
    }

    /// <summary>Gets row t of W up to its diagonal, t + 1 numbers.</summary>
    public ReadOnlySpan<double> FactorRow(int token) => rows.AsSpan(token * Size, token + 1);

    /// <summary>Gives the diagonal of M. Cost: n^2/2.</summary>
    public double[] Diagonal()
    {
        var diagonal = new double[Size];
        for (var i = 0; i < Size; i++)
        {
            var row = FactorRow(i);
            for (var j = 0; j <= i; j++) diagonal[j] += row[j] * row[j];
        }

        return diagonal;
    }

    /// <summary>Gives row i of M up to its diagonal, i + 1 numbers. The first call costs n^3/6 multiplications and n^2 numbers of memory.</summary>
    public ReadOnlySpan<double> Row(int token, CancellationToken cancellation) => (dense ??= Multiply(cancellation)).AsSpan(token * Size, token + 1);

    private double[] Multiply(CancellationToken cancellation)
    {
        var product = new double[rows.Length];
        for (var first = 0; first < Size; first += RowsTogether)
        {
            cancellation.ThrowIfCancellationRequested();
            var end = Math.Min(first + RowsTogether, Size);
            for (var i = 0; i < end; i++)
            {
                var target = product.AsSpan(i * Size, i + 1);
                for (var r = Math.Max(first, i); r < end; r++) Vectors.AddScaled(target, rows[r * Size + i], rows.AsSpan(r * Size, i + 1));
            }
        }

        return product;
    }
}
