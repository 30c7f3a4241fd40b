namespace Infoscope.Plugins.DiffusionSpectral.Tests.LinearAlgebra;

/// <summary>Seeded symmetric matrices of several kinds, row-major.</summary>
internal static class SymmetricMatrices
{
    public static double[] Of(string kind, int size)
    {
        var random = new RandomStream((ulong)size, kind);
        double[] u = [.. Enumerable.Range(0, size).Select(_ => random.NextNormal())];
        return kind switch
        {
            "dense" => Fill(size, (_, _) => random.NextNormal()),
            "rank one" => Fill(size, (i, j) => u[i] * u[j]),
            "repeated" => Fill(size, (i, j) => (i == j ? 1 : 0) + (i / 2 == j / 2 ? 0.5 : 0)),
            "graded" => Fill(size, (i, j) => random.NextNormal() * Math.Pow(10, -0.2 * (i + j))),
            "tridiagonal" => Fill(size, (i, j) => i - j < 2 ? random.NextNormal() : 0),
            "zero" => new double[size * size],
            "tiny" => Fill(size, (_, _) => 1e-300 * random.NextNormal()),
            "huge" => Fill(size, (_, _) => 1e300 * random.NextNormal()),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of matrix."),
        };
    }

    private static double[] Fill(int size, Func<int, int, double> element)
    {
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++) matrix[(i * size) + j] = matrix[(j * size) + i] = element(i, j);
        }

        return matrix;
    }
}
