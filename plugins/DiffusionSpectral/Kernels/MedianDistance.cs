using Infoscope.Compute;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>The median Euclidean distance over all pairs of points.</summary>
internal static class MedianDistance
{
    private const int ChunkRows = 512;

    // Of more distances than this, those are held that lie where a sample of as many says that the middle is.
    private const int Sample = 1 << 17;

    // The standard deviation of the rank of a sample's middle is 0.0014, so this is seven of them to either side.
    private const double Margin = 0.01;

    // A tenth of the pairs, five times what the margins hold unless many distances are equal.
    private const int LeastShareHeld = 10;

    /// <summary>Gives the median; with an even number of pairs the mean of the two in the middle.</summary>
    /// <remarks>
    /// The result is that of sorting all distances, whatever the sample. In one pass those below an interval are counted and those in it held; only where that misses the middle, or many distances are equal,
    /// four more passes find 16 bits each. Cost: O(n^2 d / 2), and memory for about 2 % of the distances.
    /// </remarks>
    /// <param name="compute">Where to compute.</param>
    /// <param name="points">At least two points.</param>
    /// <param name="cancellation">Looked at between squares of pairs.</param>
    public static double Of(ComputeSession compute, Points points, CancellationToken cancellation)
    {
        var pairs = (long)points.Count * (points.Count - 1) / 2;
        var (first, last) = ((pairs - 1) / 2, pairs / 2);
        var (low, high) = pairs <= Sample ? (0, double.PositiveInfinity) : Interval(points);
        var held = new HeldNumbers(low, high, pairs <= Sample ? pairs : pairs / LeastShareHeld);
        Pass(compute, points, held.Observe, cancellation);
        var isThere = held.HasAll && first >= held.Below && last < held.Below + held.Numbers.Length;
        var before = isThere ? held.Below : 0;
        OrderStatistic[] middles = first == last ? [new(first - before)] : [new(first - before), new(last - before)];
        while (!Array.TrueForAll(middles, middle => middle.IsFound))
        {
            if (isThere) Observe(held.Numbers);
            else Pass(compute, points, Observe, cancellation);
            foreach (var middle in middles) middle.Narrow();
        }

        return middles.Average(middle => Math.Sqrt(middle.Value));

        void Observe(ReadOnlySpan<double> squares)
        {
            foreach (var middle in middles) middle.Observe(squares);
        }
    }

    /// <summary>Gives an interval of squared distances that the middle is in, unless chance is against it.</summary>
    private static (double Low, double High) Interval(Points points)
    {
        var random = new RandomStream(0, "pairs whose distances are near the median");
        var difference = new double[points.Features];
        var squares = new double[Sample];
        for (var i = 0; i < squares.Length; i++)
        {
            var (one, other) = ((int)random.NextBelow(points.Count), (int)random.NextBelow(points.Count - 1));
            points[one].CopyTo(difference);
            Vectors.AddScaled(difference, -1, points[other < one ? other : other + 1]);
            squares[i] = Vectors.Dot(difference, difference);
        }

        Array.Sort(squares);
        return (squares[(int)((0.5 - Margin) * Sample)], squares[(int)((0.5 + Margin) * Sample)]);
    }

    /// <summary>Shows the squared distance of every pair once.</summary>
    private static void Pass(ComputeSession compute, Points points, Action<ReadOnlySpan<double>> observe, CancellationToken cancellation)
    {
        var side = Math.Min(ChunkRows, points.Count);
        var buffer = new double[side * side];
        PointChunks.ForEachPair(compute, points, ChunkRows, compute.SquaredDistances, (session, squares, firstRow, firstColumn) =>
        {
            var numbers = buffer.AsSpan(0, squares.Rows * squares.Columns);
            session.Download(squares, numbers);
            if (firstRow != firstColumn)
            {
                observe(numbers);
                return;
            }

            for (var row = 1; row < squares.Rows; row++) observe(numbers.Slice(row * squares.Columns, row));
        }, cancellation);
    }
}
