using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Spectra;

namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>The entropy of the spectrum of the Gaussian kernel itself, divided by its sum n; there is no time.</summary>
/// <remarks>
/// At least the entropy of order 2, 2 ln n - ln |G|^2 in the Frobenius norm, and at most ln of the number of distinct points. Cost: O(n^2 d + n^3) time and two
/// n x n matrices, n being the number of distinct points.
/// </remarks>
internal sealed class GaussianAdjacencyEntropy(ComputeSession compute, double bandwidth, CancellationToken cancellation) : IPointEntropy
{
    /// <inheritdoc/>
    public PointEntropy Of(Points points)
    {
        cancellation.ThrowIfCancellationRequested();
        var distinct = DistinctPoints.Of(points);
        using var rows = compute.Upload(distinct.Points.Values, distinct.Count, points.Features);
        using var kernel = compute.GaussianKernel(rows, rows, bandwidth);

        // As in DiffusionKernel: a point that occurs m times stands once, with the weight sqrt(m).
        var weights = new double[distinct.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = Math.Sqrt(distinct.Multiplicities[i]);
        compute.ScaleRows(kernel, weights);
        compute.ScaleColumns(kernel, weights);
        cancellation.ThrowIfCancellationRequested();
        var eigenvalues = compute.SymmetricEigenvalues(kernel);
        return new()
        {
            Nats = SpectralEntropy.Nats(eigenvalues, 1),
            FloorNats = Math.Max(0, (2 * Math.Log(SpectralEntropy.Trace(eigenvalues, 1))) - Math.Log(SpectralEntropy.Trace(eigenvalues, 2))),
            CeilingNats = Math.Log(distinct.Count),
        };
    }
}
