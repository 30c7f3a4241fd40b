using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;
using Infoscope.Plugins.DiffusionSpectral.Lanczos;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>A diffusion operator over many points that is known by its traces and products: one half of the Gaussian kernel in single, and a factor per row in double.</summary>
/// <remarks>
/// The operator is F G F with G the kernel of the distinct points, each element rounded once, and F diagonal; equal points are merged as in <see cref="DiffusionKernel"/>. Degrees and traces are those of the
/// rounded kernel, in double, so that the trivial vector is an eigenvector of what is multiplied by. Products are in single within a tile and in double beyond.
/// </remarks>
internal sealed class TiledKernel : IBlockProduct, IDisposable
{
    // Rows that the session pairs at once: its result, in double, and a copy in single stay in the processor's cache.
    private const int ChunkRows = 2 * TileProduct.Edge;

    private readonly SymmetricTiles tiles;
    private readonly DiffusionScaling scaling;
    private float[] vectors = [];
    private double[] sums = [];

    private TiledKernel(SymmetricTiles tiles, DiffusionScaling scaling)
    {
        this.tiles = tiles;
        this.scaling = scaling;
    }

    /// <inheritdoc/>
    public int Order => tiles.Order;

    /// <summary>Gets the eigenvector of the eigenvalue 1, of length 1, one element per distinct point and none below 0.</summary>
    public ReadOnlySpan<double> Trivial => scaling.Trivial;

    /// <summary>Gets the trace of the operator; 1 to the number of distinct points.</summary>
    public double TraceOfFirst => scaling.Trace;

    /// <summary>Makes the operator, which the caller disposes. Cost: O(n^2 d) time, 2 n^2 bytes of memory.</summary>
    /// <param name="compute">Where to compute.</param>
    /// <param name="distinct">At least one point.</param>
    /// <param name="bandwidth">The standard deviation of the Gaussian, in units of distance, above 0.</param>
    /// <param name="diffusion">The operator.</param>
    /// <exception cref="OperationCanceledException">The session was cancelled.</exception>
    public static TiledKernel Of(ComputeSession compute, DistinctPoints distinct, double bandwidth, DiffusionOperator diffusion)
    {
        var tiles = new SymmetricTiles(distinct.Count, compute.Threads, compute.Cancellation);
        try
        {
            PointChunks.ForEachPair(compute, distinct.Points, ChunkRows, (a, b) => compute.GaussianKernel(a, b, bandwidth), new Filler(tiles).Fill, compute.Cancellation);
            return new TiledKernel(tiles, DiffusionScaling.Of(vector => tiles.Times(vector), distinct.Multiplicities, diffusion));
        }
        catch
        {
            tiles.Dispose();
            throw;
        }
    }

    /// <summary>Gives the trace of the operator times itself; 1 to the trace of the operator. Cost: O(n^2).</summary>
    public double TraceOfSecond() => tiles.Squares(Array.ConvertAll(scaling.Factors, factor => factor * factor));

    /// <inheritdoc/>
    public void Multiply(ReadOnlySpan<double> block, int columns, Span<double> product)
    {
        const int width = TileProduct.PanelColumns;
        var panels = (columns + width - 1) / width;
        if (vectors.Length != tiles.Blocks * TileProduct.Edge * width * panels)
        {
            vectors = new float[tiles.Blocks * TileProduct.Edge * width * panels];
            sums = new double[vectors.Length];
        }

        for (var row = 0; row < Order; row++)
        {
            for (var panel = 0; panel < panels; panel++)
            {
                var from = block.Slice((row * columns) + (panel * width), Math.Min(width, columns - (panel * width)));
                var to = vectors.AsSpan(PlaceOf(row, panel, panels), width);
                var factor = scaling.Factors[row];
                for (var column = 0; column < from.Length; column++) to[column] = (float)(factor * from[column]);
                to[from.Length..].Clear();
            }
        }

        tiles.Multiply(vectors, sums, panels);
        for (var row = 0; row < Order; row++)
        {
            for (var panel = 0; panel < panels; panel++)
            {
                var to = product.Slice((row * columns) + (panel * width), Math.Min(width, columns - (panel * width)));
                var from = sums.AsSpan(PlaceOf(row, panel, panels), width);
                var factor = scaling.Factors[row];
                for (var column = 0; column < to.Length; column++) to[column] = factor * from[column];
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => tiles.Dispose();

    private static int PlaceOf(int row, int panel, int panels)
    {
        var (block, within) = (row / TileProduct.Edge, row % TileProduct.Edge);
        return ((((block * panels) + panel) * TileProduct.Edge) + within) * TileProduct.PanelColumns;
    }

    private sealed class Filler(SymmetricTiles tiles)
    {
        private float[] buffer = [];

        public void Fill(ComputeSession compute, Matrix pairs, int firstRow, int firstColumn)
        {
            if (buffer.Length < pairs.Rows * pairs.Columns) buffer = new float[pairs.Rows * pairs.Columns];
            var elements = buffer.AsSpan(0, pairs.Rows * pairs.Columns);
            compute.Download(pairs, elements);
            for (var row = 0; row < pairs.Rows; row++)
            {
                var lastBlock = Math.Min((firstRow + row) / TileProduct.Edge, (firstColumn + pairs.Columns - 1) / TileProduct.Edge);
                for (var block = firstColumn / TileProduct.Edge; block <= lastBlock; block++)
                {
                    var within = (block * TileProduct.Edge) - firstColumn;
                    tiles.Store(firstRow + row, block, elements.Slice((row * pairs.Columns) + within, tiles.LengthOf(block)));
                }
            }
        }
    }
}
