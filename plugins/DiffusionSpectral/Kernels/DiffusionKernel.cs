using Infoscope.Compute;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>The symmetric matrix of a diffusion operator over n points, without the eigenvalues 0 that repeated points bring.</summary>
/// <remarks>
/// A point that occurs m times stands in the matrix once, with the weight sqrt(m) on its row and column. That matrix has the eigenvalues of the one over all
/// points, but for a zero per repetition: the vectors that are constant over equal points are an invariant subspace, and on the rest the operator is 0.
/// So repetitions cost nothing, and no power of a rounding error stands for their zeros. The matrix is positive semidefinite with eigenvalues in [0, 1].
/// </remarks>
internal sealed class DiffusionKernel : IDisposable
{
    // Rows that are looked at together: 32 MiB of them.
    private const int BlockElements = 1 << 22;

    private readonly double[] trivial;

    private DiffusionKernel(Matrix matrix, double[] trivial)
    {
        Matrix = matrix;
        this.trivial = trivial;
    }

    /// <summary>Gets the matrix, shape (count, count).</summary>
    /// <remarks>Elements (i, j) and (j, i) differ by two roundings at most, since they are scaled in another order; eigenvalues are taken of one triangle.</remarks>
    public Matrix Matrix { get; }

    /// <summary>Gets the order of the matrix: the number of distinct points.</summary>
    public int Count => trivial.Length;

    /// <summary>Gets the eigenvector of the eigenvalue 1, of length 1, one element per distinct point and none below 0.</summary>
    public ReadOnlySpan<double> Trivial => trivial;

    /// <summary>Gets the trace of the matrix, which is the sum of its eigenvalues; 1 to the number of distinct points.</summary>
    public required double TraceOfFirst { get; init; }

    /// <summary>Makes the matrix, which the caller disposes. Cost: O(n^2 d) time, n^2 elements of memory.</summary>
    /// <param name="compute">Where to compute; its precision is that of the matrix.</param>
    /// <param name="points">At least one point.</param>
    /// <param name="bandwidth">The standard deviation of the Gaussian, in units of distance, above 0.</param>
    /// <param name="diffusion">The operator.</param>
    public static DiffusionKernel Of(ComputeSession compute, Points points, double bandwidth, DiffusionOperator diffusion)
    {
        return Of(compute, DistinctPoints.Of(points), bandwidth, diffusion);
    }

    /// <inheritdoc cref="Of(ComputeSession, Points, double, DiffusionOperator)"/>
    public static DiffusionKernel Of(ComputeSession compute, DistinctPoints distinct, double bandwidth, DiffusionOperator diffusion)
    {
        using var rows = compute.Upload(distinct.Points.Values, distinct.Count, distinct.Points.Features);
        var kernel = compute.GaussianKernel(rows, rows, bandwidth);
        try
        {
            var scaling = DiffusionScaling.Of(vector => Product(compute, kernel, vector), distinct.Multiplicities, diffusion);
            compute.ScaleRows(kernel, scaling.Factors);
            compute.ScaleColumns(kernel, scaling.Factors);
            return new DiffusionKernel(kernel, scaling.Trivial) { TraceOfFirst = scaling.Trace };
        }
        catch
        {
            kernel.Dispose();
            throw;
        }
    }

    /// <summary>Gives the trace of the matrix times itself, which is the sum of its squared eigenvalues; 1 to the trace of the matrix. Cost: O(n^2).</summary>
    public double TraceOfSecond(ComputeSession compute)
    {
        var count = Matrix.Rows;
        var height = Math.Clamp(BlockElements / count, 1, count);
        var block = new double[height * count];
        var segments = new int[count];
        double sum = 0;
        for (var first = 0; first < count; first += height)
        {
            var rows = Math.Min(height, count - first);
            var numbers = block.AsSpan(0, rows * count);
            if (rows == count)
            {
                compute.Download(Matrix, numbers);
            }
            else
            {
                // A segment of one row each picks the rows out.
                for (var i = 0; i < count; i++) segments[i] = i >= first && i < first + rows ? i - first : -1;
                using var picked = compute.SegmentSum(Matrix, segments, rows);
                compute.Download(picked, numbers);
            }

            foreach (var number in numbers) sum += number * number;
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Dispose() => Matrix.Dispose();

    // In an accumulator, so that the sums stay in double in either precision.
    private static double[] Product(ComputeSession compute, Matrix kernel, double[] weights)
    {
        using var column = compute.Upload(weights, weights.Length, 1);
        using var sums = compute.Accumulator(weights.Length, 1);
        compute.MultiplyAdd(kernel, column, false, false, sums);
        var product = new double[weights.Length];
        compute.Download(sums, product);
        return product;
    }
}
