namespace Infoscope.Plugins.Lasso.Gains;

/// <summary>The inverse M of K + sigma^2 I for n tokens as W'W, W being the inverse of the lower Cholesky factor L.</summary>
/// <remarks>
/// Row t of W, divided by its last element, is minus the ridge weights of token t on the tokens before it, and a 1. So the weights of every token cost
/// no solution, and the last row of M needs the last row of W alone.
/// </remarks>
internal sealed class RidgeInverse
{
    // Rows that are worked on together, so that each earlier row is fetched once for all of them; a multiple of 4.
    private const int RowsTogether = 32;

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
                // Four rows are taken together below, as long as the last of them.
                lower.AsSpan((i * size) + i + 1, Math.Min(3, size - i - 1)).Clear();
            }

            // Row i of W is (e_i - sum_{j<i} L_ij W_j) / L_ii.
            for (var j = 0; j < first; j += 4)
            {
                ReadOnlySpan<double> one = lower.AsSpan(j * size, j + 4), two = lower.AsSpan((j + 1) * size, j + 4), three = lower.AsSpan((j + 2) * size, j + 4), four = lower.AsSpan((j + 3) * size, j + 4);
                for (var i = first; i < end; i++)
                {
                    var of = coefficients[i - first];
                    Vectors.AddScaled(lower.AsSpan(i * size, j + 4), -of[j], one, -of[j + 1], two, -of[j + 2], three, -of[j + 3], four);
                }
            }

            for (var j = first; j < end; j++)
            {
                var done = lower.AsSpan(j * size, j + 1);
                Vectors.Divide(done, coefficients[j - first][j]);
                for (var i = j + 1; i < end; i++) Vectors.AddScaled(lower.AsSpan(i * size, i + 1), -coefficients[i - first][j], done);
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
                var r = Math.Max(first, i);
                for (; r + 3 < end; r += 4)
                {
                    ReadOnlySpan<double> one = Stretch(r, i), two = Stretch(r + 1, i), three = Stretch(r + 2, i), four = Stretch(r + 3, i);
                    Vectors.AddScaled(target, one[i], one, two[i], two, three[i], three, four[i], four);
                }

                for (; r < end; r++) Vectors.AddScaled(target, Stretch(r, i)[i], Stretch(r, i));
            }
        }

        return product;
    }

    private ReadOnlySpan<double> Stretch(int row, int last) => rows.AsSpan(row * Size, last + 1);
}
