using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Spectra;
using Infoscope.Plugins.DiffusionSpectral.Variants;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>How far the entropy of a graph of neighbours is from that of a matrix beside it, as near as rounding brings a solver.</summary>
/// <remarks>
/// Zeros of a defective matrix are scattered by a root of the rounding error. The plugin takes the graph apart into strong components first, so its zeros are 0; the original
/// does not, and its eigenvalues are those of a matrix some epsilons of the norm away.
/// </remarks>
internal sealed class ScatteredZeros(ComputeSession compute, int neighbours) : IPointEntropy
{
    private const double Epsilon = 1.0 / (1L << 52), BackwardError = 8 * Epsilon;

    /// <inheritdoc/>
    public PointEntropy Of(Points points)
    {
        var adjacency = new NeighbourAdjacencyEntropy(compute, neighbours, CancellationToken.None).Adjacency(points);
        var random = new RandomStream(1, "backward error");
        var size = BackwardError * Math.Sqrt(adjacency.Sum()) / points.Count;
        double[] beside = [.. adjacency.Select(element => element + (size * random.NextNormal()))];
        return new() { Nats = Math.Abs(Nats(beside, points.Count) - Nats(adjacency, points.Count)), CeilingNats = double.PositiveInfinity };
    }

    private static double Nats(double[] matrix, int order) =>
        SpectralEntropy.Nats(Array.ConvertAll(GeneralEigenvalues.Of(matrix, order, CancellationToken.None), value => value.Magnitude), 1);
}
