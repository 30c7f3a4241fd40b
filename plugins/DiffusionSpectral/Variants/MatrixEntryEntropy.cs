using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;

namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>The entropy of all n^2 entries of the row-stochastic diffusion matrix divided by n; there is no time.</summary>
/// <remarks>
/// The matrix is P = rowsum(K)^-1 K with K = Deg^-1/2 G Deg^-1/2, and the entropy is ln n plus the mean entropy of its rows: ln n for points far apart,
/// 2 ln n for equal ones, so it runs against the spectral entropy. The kernel is computed twice, by blocks of rows. Cost: O(n^2 d) time, O(n) memory per row.
/// </remarks>
internal sealed class MatrixEntryEntropy(ComputeSession compute, double bandwidth, CancellationToken cancellation) : IPointEntropy
{
    /// <inheritdoc/>
    public string UpperEnd => "nearly all rows are one, so the value tells how many there are; a smaller bandwidth tells more";

    /// <inheritdoc/>
    public string LowerEnd => "nearly every row is alone, so the value tells how many there are; a larger bandwidth tells more";

    /// <inheritdoc/>
    public (double Low, double High) RangeNats(int points) => (Math.Log(points), 2 * Math.Log(points));

    /// <inheritdoc/>
    public PointEntropy Of(Points points)
    {
        var factors = new double[points.Count];
        ForEachRow(points, (row, kernel) =>
        {
            double degree = 0;
            foreach (var value in kernel) degree += value;
            factors[row] = 1 / Math.Sqrt(degree);
        });

        // The factor of the row itself cancels when the row is divided by its sum.
        double rowEntropies = 0;
        ForEachRow(points, (_, kernel) =>
        {
            double sum = 0;
            for (var i = 0; i < kernel.Length; i++) sum += kernel[i] *= factors[i];
            double entropy = 0;
            foreach (var value in kernel)
            {
                var probability = value / sum;
                if (probability > 0) entropy -= probability * Math.Log(probability);
            }

            rowEntropies += entropy;
        });

        var even = Math.Log(points.Count);
        return new() { Nats = even + (rowEntropies / points.Count), FloorNats = even, CeilingNats = 2 * even };
    }

    private void ForEachRow(Points points, PairRows.Use use) =>
        PairRows.ForEach(compute, points, (some, all) => compute.GaussianKernel(some, all, bandwidth), use, cancellation);
}
