namespace Infoscope.Compute.Tests;

/// <summary>Seeded symmetric matrices of several kinds, exact in single except where their magnitudes leave its range.</summary>
internal static class SymmetricMatrices
{
    public static Dense Of(string kind, int size)
    {
        var numbers = Dense.Random(size, size, seed: size);
        return kind switch
        {
            "dense" => Symmetric(size, (i, j) => numbers[i, j]),
            "rank one" => Symmetric(size, (i, j) => (float)(numbers[0, i] * numbers[0, j])),
            "repeated" => Symmetric(size, (i, j) => (i == j ? 1 : 0) + (i / 2 == j / 2 ? 0.5 : 0)),
            "graded" => Symmetric(size, (i, j) => (float)(numbers[i, j] * Math.Pow(10, -0.1 * (i + j)))),
            "tridiagonal" => Symmetric(size, (i, j) => i - j < 2 ? numbers[i, j] : 0),
            "zero" => new Dense(size, size),
            "tiny" => Symmetric(size, (i, j) => 1e-300 * numbers[i, j]),
            "huge" => Symmetric(size, (i, j) => 1e300 * numbers[i, j]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of matrix."),
        };
    }

    private static Dense Symmetric(int size, Func<int, int, double> element) => Dense.Of(size, size, (row, column) => element(Math.Max(row, column), Math.Min(row, column)));
}
