using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Spectra;

namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>The entropy of the moduli of the eigenvalues of the adjacency matrix of nearest neighbours, divided by their sum; there is no time.</summary>
/// <remarks>
/// Element (i, j) is 1 if j is not farther from i than the k-th nearest point, i itself counting as the first and ties included. The matrix is not symmetric.
/// Within 0 and ln n. Cost: O(n^2 (d + log n)) for the neighbours and about 10 n^3 for the eigenvalues; memory for one n x n matrix.
/// </remarks>
internal sealed class NeighbourAdjacencyEntropy(ComputeSession compute, int neighbours, CancellationToken cancellation) : IPointEntropy
{
    /// <inheritdoc/>
    public int MinimumPoints => neighbours;

    /// <inheritdoc/>
    public string UpperEnd => "nearly all eigenvalues of the graph are alike; more neighbours tell more";

    /// <inheritdoc/>
    public string LowerEnd => "one eigenvalue of the graph is nearly all; fewer neighbours tell more";

    /// <inheritdoc/>
    /// <exception cref="ActivationShapeException">There are fewer points than neighbours.</exception>
    public PointEntropy Of(Points points)
    {
        if (points.Count < neighbours)
            throw new ActivationShapeException($"the {neighbours} nearest neighbours of a point, itself among them, are sought among {points.Count} rows; use {neighbours} rows or more, or fewer neighbours.");
        var eigenvalues = GeneralEigenvalues.Of(Adjacency(points), points.Count, cancellation);
        return new() { Nats = SpectralEntropy.Nats(Array.ConvertAll(eigenvalues, value => value.Magnitude), 1), FloorNats = 0, CeilingNats = Math.Log(points.Count) };
    }

    /// <summary>Gives the adjacency matrix, row-major.</summary>
    internal double[] Adjacency(Points points)
    {
        var adjacency = new double[points.Count * points.Count];
        var sorted = new double[points.Count];
        PairRows.ForEach(compute, points, compute.SquaredDistances, (point, distances) =>
        {
            distances.CopyTo(sorted);
            Array.Sort(sorted);
            for (var other = 0; other < distances.Length; other++) adjacency[(point * distances.Length) + other] = distances[other] <= sorted[neighbours - 1] ? 1 : 0;
        }, cancellation);
        return adjacency;
    }
}
