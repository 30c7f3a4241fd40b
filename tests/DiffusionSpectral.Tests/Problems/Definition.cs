using Infoscope.Plugins.DiffusionSpectral.Kernels;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

/// <summary>The matrices as they are defined: all points, plain loops, nothing merged.</summary>
internal static class Definition
{
    /// <summary>Gives the Gaussian kernel.</summary>
    public static double[,] Gaussian(PointSet set)
    {
        var kernel = new double[set.Count, set.Count];
        for (var i = 0; i < set.Count; i++)
        {
            for (var j = 0; j < set.Count; j++)
                kernel[i, j] = Math.Exp(-set.Rows[i].Zip(set.Rows[j], (x, y) => (x - y) / set.Bandwidth * ((x - y) / set.Bandwidth)).Sum() / 2);
        }

        return kernel;
    }

    /// <summary>Divides each element by the roots of the sums of its row and its column.</summary>
    public static double[,] Symmetrized(double[,] matrix)
    {
        var sums = RowSums(matrix);
        var scaled = (double[,])matrix.Clone();
        for (var i = 0; i < sums.Length; i++)
        {
            for (var j = 0; j < sums.Length; j++) scaled[i, j] /= Math.Sqrt(sums[i] * sums[j]);
        }

        return scaled;
    }

    /// <summary>Gives the operator.</summary>
    public static double[,] Operator(PointSet set, DiffusionOperator diffusion)
    {
        var walk = Symmetrized(Gaussian(set));
        return diffusion == DiffusionOperator.RandomWalk ? walk : Symmetrized(walk);
    }

    /// <summary>Gives the sums of rows.</summary>
    public static double[] RowSums(double[,] matrix) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(i => Enumerable.Range(0, matrix.GetLength(1)).Sum(j => matrix[i, j]))];

    /// <summary>Gives the eigenvalues of a symmetric matrix, ascending.</summary>
    public static double[] Eigenvalues(double[,] matrix)
    {
        using var compute = TestCompute.Open();
        using var uploaded = compute.Upload(matrix.Cast<double>().ToArray(), matrix.GetLength(0), matrix.GetLength(1));
        return compute.SymmetricEigenvalues(uploaded);
    }
}
