using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Rows;

namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>The graph of nearest neighbours: weight 1 between rows that are neighbours of each other, 1/2 where one is the other's alone.</summary>
internal static class NeighbourGraph
{
    private const int LargestBlockElements = 1 << 22;
    private const double LargestBlockWork = 1 << 30;

    /// <summary>Gives the weights (n, n) without a diagonal. A row has itself and the nearest others for neighbours; of others equally near, those of lower index.</summary>
    /// <remarks>Cost: O(n^2 features); memory beyond the points: 4 million distances and the neighbours.</remarks>
    public static SparseMatrix Of(ComputeSession compute, Points points, int neighbours, CancellationToken cancellation) =>
        Symmetrized(Nearest(compute, points, neighbours - 1, cancellation), points.Count, neighbours - 1);

    private static int[] Nearest(ComputeSession compute, Points points, int others, CancellationToken cancellation)
    {
        var count = points.Count;
        var values = PointScale.Settle(points).Points.Values;
        var nearest = new int[count * others];
        var nearestDistances = new double[others];
        // A block is bounded in memory, and in time so that a cancellation is soon seen.
        var blockRows = (int)Math.Clamp(Math.Min(LargestBlockElements, LargestBlockWork / points.Features) / count, 1, count);
        var distances = new double[blockRows * count];
        using var all = compute.Upload(values, count, points.Features);
        for (var first = 0; first < count; first += blockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(blockRows, count - first);
            using var block = compute.Upload(values.Slice(first * points.Features, rows * points.Features), rows, points.Features);
            using var ofBlock = compute.SquaredDistances(block, all);
            compute.Download(ofBlock, distances.AsSpan(0, rows * count));
            for (var row = 0; row < rows; row++)
                Select(distances.AsSpan(row * count, count), first + row, nearestDistances, nearest.AsSpan((first + row) * others, others));
        }

        return nearest;
    }

    private static void Select(ReadOnlySpan<double> distances, int self, Span<double> nearestDistances, Span<int> nearest)
    {
        nearestDistances.Fill(double.PositiveInfinity);
        for (var other = 0; other < distances.Length; other++)
        {
            if (other == self || distances[other] >= nearestDistances[^1]) continue;
            var place = nearest.Length - 1;
            for (; place > 0 && distances[other] < nearestDistances[place - 1]; place--)
            {
                nearestDistances[place] = nearestDistances[place - 1];
                nearest[place] = nearest[place - 1];
            }

            nearestDistances[place] = distances[other];
            nearest[place] = other;
        }
    }

    private static SparseMatrix Symmetrized(int[] nearest, int count, int others)
    {
        var weights = new SortedDictionary<int, double>[count];
        for (var row = 0; row < count; row++) weights[row] = [];
        for (var edge = 0; edge < nearest.Length; edge++)
        {
            var (from, to) = (edge / others, nearest[edge]);
            weights[from][to] = weights[from].GetValueOrDefault(to) + 0.5;
            weights[to][from] = weights[to].GetValueOrDefault(from) + 0.5;
        }

        var starts = new int[count + 1];
        for (var row = 0; row < count; row++) starts[row + 1] = starts[row] + weights[row].Count;
        return new SparseMatrix(starts, [.. weights.SelectMany(row => row.Keys)], [.. weights.SelectMany(row => row.Values)]);
    }
}
