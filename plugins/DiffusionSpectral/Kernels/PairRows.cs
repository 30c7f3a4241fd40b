using Infoscope.Compute;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>What is computed of all pairs of points, row by row, without holding it all.</summary>
internal static class PairRows
{
    private const int BlockRows = 128;

    /// <summary>Uses one row.</summary>
    /// <param name="point">The point that it is about.</param>
    /// <param name="values">One number for each point; may be written to.</param>
    public delegate void Use(int point, Span<double> values);

    /// <summary>Computes the rows in their order. Memory: 128 rows.</summary>
    /// <param name="compute">Where to compute.</param>
    /// <param name="points">The points.</param>
    /// <param name="pairs">Gives the numbers of some points, its first matrix, with all, its second.</param>
    /// <param name="use">What to do with a row.</param>
    /// <param name="cancellation">Looked at between blocks of rows.</param>
    public static void ForEach(ComputeSession compute, Points points, Func<Matrix, Matrix, Matrix> pairs, Use use, CancellationToken cancellation)
    {
        var numbers = new double[Math.Min(BlockRows, points.Count) * points.Count];
        using var all = compute.Upload(points.Values, points.Count, points.Features);
        for (var first = 0; first < points.Count; first += BlockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(BlockRows, points.Count - first);
            using var some = compute.Upload(points.Values.Slice(first * points.Features, rows * points.Features), rows, points.Features);
            using var block = pairs(some, all);
            compute.Download(block, numbers.AsSpan(0, rows * points.Count));
            for (var row = 0; row < rows; row++) use(first + row, numbers.AsSpan(row * points.Count, points.Count));
        }
    }
}
