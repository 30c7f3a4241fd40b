using Infoscope.Plugins.DiffusionSpectral.Kernels;

namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>The classic entropy of rows whose columns are each cut into bins of equal width between their extremes.</summary>
/// <remarks>
/// Bins are open on the right but for the last; a constant column is one bin. The number is that of the relative frequencies of equal rows of bins: 0 to
/// min(ln n, d ln bins). It comes close to ln n with a dozen features, whatever the data. Cost: O(n d).
/// </remarks>
internal sealed class BinnedEntropy(int bins) : IPointEntropy
{
    /// <inheritdoc/>
    public string UpperEnd => "nearly every row has a cell of its own, so the value tells how many there are; fewer bins or features tell more";

    /// <inheritdoc/>
    public string LowerEnd => "nearly all rows are in one cell; more bins tell more";

    /// <inheritdoc/>
    public PointEntropy Of(Points points)
    {
        var cells = new double[points.Values.Length];
        for (var feature = 0; feature < points.Features; feature++) Bin(points, feature, cells);
        double entropy = 0;
        foreach (var count in DistinctPoints.Of(new Points(cells, points.Count, points.Features)).Multiplicities)
        {
            var probability = (double)count / points.Count;
            entropy -= probability * Math.Log(probability);
        }

        return new() { Nats = Math.Max(0, entropy), FloorNats = 0, CeilingNats = Math.Min(Math.Log(points.Count), points.Features * Math.Log(bins)) };
    }

    private void Bin(Points points, int feature, double[] cells)
    {
        var (smallest, largest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var at = feature; at < cells.Length; at += points.Features)
        {
            smallest = Math.Min(smallest, points.Values[at]);
            largest = Math.Max(largest, points.Values[at]);
        }

        if (smallest == largest) return;

        // Halves, so that the range of a column is finite when the column is.
        var range = (0.5 * largest) - (0.5 * smallest);
        for (var at = feature; at < cells.Length; at += points.Features)
        {
            var share = ((0.5 * points.Values[at]) - (0.5 * smallest)) / range;
            cells[at] = Math.Min(Math.Floor(bins * share), bins - 1);
        }
    }
}
