using Infoscope.Compute;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>What is computed of all pairs of points, a square of pairs at a time, without holding it all: each pair once, but for those within a chunk of points.</summary>
internal static class PointChunks
{
    /// <summary>Uses the numbers of some pairs.</summary>
    /// <param name="compute">The session that holds them.</param>
    /// <param name="pairs">One number for each pair; freed afterwards.</param>
    /// <param name="firstRow">The point of the first row.</param>
    /// <param name="firstColumn">The point of the first column, at most that of the first row.</param>
    public delegate void Use(ComputeSession compute, Matrix pairs, int firstRow, int firstColumn);

    /// <summary>Computes the pairs of every chunk with itself and those before it.</summary>
    /// <param name="compute">Where to compute.</param>
    /// <param name="points">The points.</param>
    /// <param name="chunkRows">The number of points of a chunk.</param>
    /// <param name="pairs">Gives the numbers of all pairs of the rows of two matrices.</param>
    /// <param name="use">What to do with them.</param>
    /// <param name="cancellation">Looked at before every square.</param>
    public static void ForEachPair(ComputeSession compute, Points points, int chunkRows, Func<Matrix, Matrix, Matrix> pairs, Use use, CancellationToken cancellation)
    {
        var chunks = new List<Matrix>();
        try
        {
            for (var first = 0; first < points.Count; first += chunkRows)
            {
                var rows = Math.Min(chunkRows, points.Count - first);
                chunks.Add(compute.Upload(points.Values.Slice(first * points.Features, rows * points.Features), rows, points.Features));
                for (var other = 0; other < chunks.Count; other++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    using var square = pairs(chunks[^1], chunks[other]);
                    use(compute, square, first, other * chunkRows);
                }
            }
        }
        finally
        {
            foreach (var chunk in chunks) chunk.Dispose();
        }
    }
}
