using Infoscope.Compute;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>The median Euclidean distance over all pairs of points.</summary>
internal static class MedianDistance
{
    private const int BlockRows = 128;

    // 128 MiB of distances, which is up to 5,793 points.
    private const int MostHeld = 1 << 24;

    /// <summary>Gives the median; with an even number of pairs the mean of the two in the middle.</summary>
    /// <remarks>
    /// Each of four passes over the distances finds 16 more bits of the ones in the middle. Those of some thousand points are held, those of more computed for each
    /// pass. Cost: O(n^2 d / 2), four times for many points, and memory for at most 128 MiB or 128 n distances and two tables of 65,536 counts.
    /// </remarks>
    /// <param name="compute">Where to compute.</param>
    /// <param name="points">At least two points.</param>
    /// <param name="cancellation">Looked at between blocks of rows.</param>
    public static double Of(ComputeSession compute, Points points, CancellationToken cancellation)
    {
        var pairs = (long)points.Count * (points.Count - 1) / 2;
        OrderStatistic[] middles = pairs % 2 == 1 ? [new(pairs / 2)] : [new((pairs / 2) - 1), new(pairs / 2)];
        var held = pairs <= MostHeld ? Held(compute, points, (int)pairs, cancellation) : null;
        while (!Array.TrueForAll(middles, middle => middle.IsFound))
        {
            if (held is null) Pass(compute, points, Observe, cancellation);
            else Observe(held);
            foreach (var middle in middles) middle.Narrow();
        }

        return middles.Average(middle => Math.Sqrt(middle.Value));

        void Observe(ReadOnlySpan<double> squares)
        {
            foreach (var middle in middles) middle.Observe(squares);
        }
    }

    private static double[] Held(ComputeSession compute, Points points, int pairs, CancellationToken cancellation)
    {
        var all = new double[pairs];
        var count = 0;
        Pass(compute, points, squares =>
        {
            squares.CopyTo(all.AsSpan(count));
            count += squares.Length;
        }, cancellation);
        return all;
    }

    /// <summary>Shows the squared distance of every pair once.</summary>
    private static void Pass(ComputeSession compute, Points points, Action<ReadOnlySpan<double>> observe, CancellationToken cancellation)
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
            for (var row = 0; row < rows; row++) observe(numbers.Slice((row * rest) + row + 1, rest - row - 1));
        }
    }
}
