using Infoscope.Compute;

namespace Infoscope.Plugins.Spectrum.Renyi.Kernels;

/// <summary>The median Euclidean distance over all pairs of rows.</summary>
internal static class MedianDistance
{
    private const int BlockRows = 128;

    /// <summary>Gives the median; with an even number of pairs the mean of the two in the middle. Cost: O(n^2 d) time, n^2/2 numbers.</summary>
    /// <param name="compute">Where to compute.</param>
    /// <param name="values">The rows, row-major (count, features).</param>
    /// <param name="count">The number of rows, at least 2.</param>
    /// <param name="features">The number of features of a row.</param>
    /// <param name="cancellation">Looked at between blocks of rows.</param>
    public static double Of(ComputeSession compute, double[] values, int count, int features, CancellationToken cancellation)
    {
        var squares = new double[(long)count * (count - 1) / 2];
        var block = new double[Math.Min(BlockRows, count) * count];
        var found = 0;
        for (var first = 0; first < count; first += BlockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var (rows, rest) = (Math.Min(BlockRows, count - first), count - first);
            var from = values.AsSpan(first * features);
            using var some = compute.Upload(from[..(rows * features)], rows, features);
            using var others = compute.Upload(from, rest, features);
            using var distances = compute.SquaredDistances(some, others);
            compute.Download(distances, block.AsSpan(0, rows * rest));
            for (var row = 0; row < rows; row++)
            {
                var beyond = block.AsSpan((row * rest) + row + 1, rest - row - 1);
                beyond.CopyTo(squares.AsSpan(found));
                found += beyond.Length;
            }
        }

        cancellation.ThrowIfCancellationRequested();
        Array.Sort(squares);
        var middle = squares.Length / 2;
        return squares.Length % 2 == 1 ? Math.Sqrt(squares[middle]) : (Math.Sqrt(squares[middle - 1]) + Math.Sqrt(squares[middle])) / 2;
    }
}
