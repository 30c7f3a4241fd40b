using Infoscope.Compute;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>The median Euclidean distance over all pairs of points.</summary>
internal static class MedianDistance
{
    private const int BlockRows = 128;

    /// <summary>Gives the median; with an even number of pairs the mean of the two in the middle.</summary>
    /// <remarks>
    /// The distances are never held together: each of four passes over them finds 16 more bits of the ones in the middle. Cost: four times O(n^2 d / 2), and
    /// memory for 128 n distances and two tables of 65,536 counts.
    /// </remarks>
    /// <param name="compute">Where to compute.</param>
    /// <param name="points">At least two points.</param>
    /// <param name="cancellation">Looked at between blocks of rows.</param>
    public static double Of(ComputeSession compute, Points points, CancellationToken cancellation)
    {
        var pairs = (long)points.Count * (points.Count - 1) / 2;
        OrderStatistic[] middles = pairs % 2 == 1 ? [new(pairs / 2)] : [new((pairs / 2) - 1), new(pairs / 2)];
        while (!Array.TrueForAll(middles, middle => middle.IsFound))
        {
            Pass(compute, points, middles, cancellation);
            foreach (var middle in middles) middle.Narrow();
        }

        return middles.Average(middle => Math.Sqrt(middle.Value));
    }

    private static void Pass(ComputeSession compute, Points points, OrderStatistic[] middles, CancellationToken cancellation)
    {
        var distances = new double[Math.Min(BlockRows, points.Count) * points.Count];
        for (var first = 0; first < points.Count; first += BlockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(BlockRows, points.Count - first);
            var rest = points.Count - first;
            var values = points.Values[(first * points.Features)..];
            using var block = compute.Upload(values[..(rows * points.Features)], rows, points.Features);
            using var others = compute.Upload(values, rest, points.Features);
            using var squares = compute.SquaredDistances(block, others);
            var numbers = distances.AsSpan(0, rows * rest);
            compute.Download(squares, numbers);
            for (var row = 0; row < rows; row++)
            {
                var later = numbers.Slice((row * rest) + row + 1, rest - row - 1);
                foreach (var middle in middles) middle.Observe(later);
            }
        }
    }
}
