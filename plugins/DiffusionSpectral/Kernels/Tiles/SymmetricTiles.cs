namespace Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

/// <summary>The lower half of a symmetric matrix in single, in tiles; those on the diagonal are whole, and what is beyond the last row or column is 0.</summary>
internal sealed class SymmetricTiles : IDisposable
{
    private const int Edge = TileProduct.Edge;

    private readonly TileStore store;
    private readonly int threads;
    private readonly CancellationToken cancellation;
    private float[][] tiles;

    /// <summary>Makes a matrix of zeros. Memory: 2 n^2 bytes and 512 n.</summary>
    /// <param name="order">The number n of rows.</param>
    /// <param name="store">Where tiles come from and go to.</param>
    /// <param name="threads">The most threads to use.</param>
    /// <param name="cancellation">Looked at before every tile.</param>
    public SymmetricTiles(int order, TileStore store, int threads, CancellationToken cancellation)
    {
        Order = order;
        this.store = store;
        this.threads = threads;
        this.cancellation = cancellation;
        Blocks = (order + Edge - 1) / Edge;
        tiles = new float[Blocks * (Blocks + 1) / 2][];
        for (var row = 0; row < Blocks; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var tile = tiles[Index(row, column)] = store.Take();
                if (LengthOf(row) < Edge || LengthOf(column) < Edge) Array.Clear(tile);
            }
        }
    }

    /// <summary>Gets the number n of rows.</summary>
    public int Order { get; }

    /// <summary>Gets the number of blocks of rows.</summary>
    public int Blocks { get; }

    /// <summary>Gives the number of rows of a block.</summary>
    public int LengthOf(int block) => Math.Min(Edge, Order - (block * Edge));

    /// <summary>Stores the part of a row that lies in one tile.</summary>
    /// <param name="row">The row.</param>
    /// <param name="block">The block of columns, at most that of the row.</param>
    /// <param name="elements">The elements.</param>
    public void Store(int row, int block, ReadOnlySpan<float> elements) => elements.CopyTo(tiles[Index(row / Edge, block)].AsSpan(row % Edge * Edge, Edge));

    /// <summary>Gives the product with a vector, in double. Cost: O(n^2).</summary>
    public double[] Times(ReadOnlySpan<double> vector)
    {
        var x = new double[Blocks * Edge];
        var y = new double[Blocks * Edge];
        vector.CopyTo(x);
        TileRounds.Run(Blocks, threads, (row, column) =>
        {
            var tile = tiles[Index(row, column)];
            TileSums.AddProduct(tile, x.AsSpan(column * Edge, Edge), y.AsSpan(row * Edge, LengthOf(row)));
            if (row != column) TileSums.AddTransposedProduct(tile, x.AsSpan(row * Edge, LengthOf(row)), y.AsSpan(column * Edge, Edge));
        }, cancellation);
        return y[..Order];
    }

    /// <summary>Gives sum_ij f_i a_ij^2 f_j, in double. Cost: O(n^2).</summary>
    public double Squares(ReadOnlySpan<double> factors)
    {
        var f = new double[Blocks * Edge];
        factors.CopyTo(f);
        var parts = new double[tiles.Length];
        TileRounds.Run(Blocks, threads, (row, column) =>
        {
            var part = TileSums.Squares(tiles[Index(row, column)], f.AsSpan(row * Edge, LengthOf(row)), f.AsSpan(column * Edge, Edge));
            parts[Index(row, column)] = row == column ? part : 2 * part;
        }, cancellation);
        double sum = 0;
        foreach (var part in parts) sum += part;
        return sum;
    }

    /// <summary>Adds the product with panels of vectors to sums. Cost: O(n^2 panels).</summary>
    /// <param name="vectors">For each panel Blocks x Edge rows of <see cref="TileProduct.PanelColumns"/> elements.</param>
    /// <param name="sums">As many sums.</param>
    /// <param name="panels">The number of panels.</param>
    public void AddProduct(float[] vectors, double[] sums, int panels)
    {
        const int part = Edge * TileProduct.PanelColumns;
        TileRounds.Run(Blocks, threads, (row, column) =>
        {
            var tile = tiles[Index(row, column)];
            for (var panel = 0; panel < panels; panel++)
            {
                var (ofRow, ofColumn) = (((panel * Blocks) + row) * part, ((panel * Blocks) + column) * part);
                TileProduct.Add(tile, vectors.AsSpan(ofColumn, part), sums.AsSpan(ofRow, part), LengthOf(row), LengthOf(column), TileProduct.IsWide);
                if (row != column) TileProduct.AddTransposed(tile, vectors.AsSpan(ofRow, part), sums.AsSpan(ofColumn, part), LengthOf(column), LengthOf(row), TileProduct.IsWide);
            }
        }, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tile in tiles) store.Return(tile);
        tiles = [];
    }

    private static int Index(int row, int column) => (row * (row + 1) / 2) + column;
}
