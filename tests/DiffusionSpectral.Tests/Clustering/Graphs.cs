using Infoscope.Plugins.DiffusionSpectral.Clustering;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

/// <summary>Symmetric matrices to test eigenvectors on.</summary>
internal static class Graphs
{
    /// <summary>The random walk on a ring, whose eigenvalues are cos(2 pi j / size): 1, and the others in pairs.</summary>
    public static SparseMatrix Ring(int size) => FromDense(size, (row, column) => (row - column + size) % size is 1 || (column - row + size) % size == 1 ? 0.5 : 0);

    /// <summary>A random sparse symmetric matrix with its rows scaled to eigenvalues in [-1, 1].</summary>
    public static double[] Random(int size, RandomStream random)
    {
        var dense = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++) dense[i * size + j] = dense[j * size + i] = random.NextBelow(4) == 0 ? random.NextDouble() : 0;
        }

        double[] roots = [.. Enumerable.Range(0, size).Select(i => Math.Sqrt(Math.Max(1e-3, dense.Skip(i * size).Take(size).Sum())))];
        return [.. dense.Select((value, at) => value / roots[at / size] / roots[at % size])];
    }

    public static SparseMatrix FromDense(int size, Func<int, int, double> element)
    {
        var (starts, columns, values) = (new int[size + 1], new List<int>(), new List<double>());
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                if (element(row, column) is not (not 0 and var value)) continue;
                columns.Add(column);
                values.Add(value);
            }

            starts[row + 1] = columns.Count;
        }

        return new SparseMatrix(starts, [.. columns], [.. values]);
    }
}
