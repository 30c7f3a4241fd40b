using Infoscope.Plugins.DiffusionSpectral.Clustering;
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
        var column = new double[points.Count];
        for (var feature = 0; feature < points.Features; feature++)
        {
            for (var point = 0; point < column.Length; point++) column[point] = points[point][feature];
            var cellsOfColumn = EqualWidthBins.Of(column, bins);
            for (var point = 0; point < column.Length; point++) cells[(point * points.Features) + feature] = cellsOfColumn[point];
        }

        double entropy = 0;
        foreach (var count in DistinctPoints.Of(new Points(cells, points.Count, points.Features)).Multiplicities)
        {
            var probability = (double)count / points.Count;
            if (probability > 0) entropy -= probability * Math.Log(probability);
        }

        return new() { Nats = Math.Max(0, entropy), FloorNats = 0, CeilingNats = Math.Min(Math.Log(points.Count), points.Features * Math.Log(bins)) };
    }
}
