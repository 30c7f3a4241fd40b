namespace Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

/// <summary>The lower half of a symmetric matrix in single, in tiles; those on the diagonal are whole, and what is beyond the last row or column is 0.</summary>
internal sealed class SymmetricTiles : IDisposable
{
    private const int Edge = TileProduct.Edge;

    private readonly TileMemory tiles;
    private readonly int threads;
    private readonly CancellationToken cancellation;

    // Zero between products; one that was cancelled was the last.
    private double[][] transposed = [];

    /// <summary>Makes a matrix, which the caller disposes, with any elements. Memory: 2 n^2 bytes and 512 n.</summary>
    /// <param name="order">The number n of rows.</param>
    /// <param name="threads">The most threads to use.</param>
    /// <param name="cancellation">Looked at before every tile.</param>
    public SymmetricTiles(int order, int threads, CancellationToken cancellation)
    {
        Order = order;
        this.threads = threads;
        this.cancellation = cancellation;
        Blocks = (order + Edge - 1) / Edge;
        tiles = new TileMemory(Blocks * (Blocks + 1) / 2);
        for (var block = 0; LengthOf(Blocks - 1) < Edge && block < Blocks; block++) Tile(Blocks - 1, block).Clear();
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
    public void Store(int row, int block, ReadOnlySpan<float> elements) => elements.CopyTo(Tile(row / Edge, block).Slice(row % Edge * Edge, Edge));

    /// <summary>Gives the product with a vector, in double. Cost: O(n^2).</summary>
    public double[] Times(ReadOnlySpan<double> vector)
    {
        var x = new double[Blocks * Edge];
        var y = new double[Blocks * Edge];
        vector.CopyTo(x);
        AddBothHalves(y, Edge, (sums, row, column) =>
        {
            TileSums.AddProduct(Tile(row, column), x.AsSpan(column * Edge, Edge), y.AsSpan(row * Edge, LengthOf(row)));
            if (row != column) TileSums.AddTransposedProduct(Tile(row, column), x.AsSpan(row * Edge, LengthOf(row)), sums.AsSpan(column * Edge, Edge));
        });
        return y[..Order];
    }

    /// <summary>Gives sum_ij f_i a_ij^2 f_j, in double. Cost: O(n^2).</summary>
    public double Squares(ReadOnlySpan<double> factors)
    {
        var f = new double[Blocks * Edge];
        factors.CopyTo(f);
        var ofRows = new double[Blocks];
        TileParts.Run(Blocks, threads, (_, row) =>
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = TileSums.Squares(Tile(row, column), f.AsSpan(row * Edge, LengthOf(row)), f.AsSpan(column * Edge, Edge));
                ofRows[row] += row == column ? sum : 2 * sum;
            }
        }, cancellation);
        double total = 0;
        foreach (var sum in ofRows) total += sum;
        return total;
    }

    /// <summary>Gives the product with panels of vectors. Cost: O(n^2 panels) time; memory: that of the product up to eight times more.</summary>
    /// <param name="vectors">For each block, and in it for each panel, Edge rows of <see cref="TileProduct.PanelColumns"/> elements.</param>
    /// <param name="product">Takes the product, in the same order.</param>
    /// <param name="panels">The number of panels.</param>
    public void Multiply(float[] vectors, double[] product, int panels)
    {
        const int part = Edge * TileProduct.PanelColumns;
        Array.Clear(product);
        AddBothHalves(product, panels * part, (sums, row, column) =>
        {
            for (var panel = 0; panel < panels; panel++)
            {
                var (ofRow, ofColumn) = (((row * panels) + panel) * part, ((column * panels) + panel) * part);
                TileProduct.Add(Tile(row, column), vectors.AsSpan(ofColumn, part), product.AsSpan(ofRow, part), LengthOf(row), LengthOf(column), TileProduct.IsWide);
                if (row != column) TileProduct.AddTransposed(Tile(row, column), vectors.AsSpan(ofRow, part), sums.AsSpan(ofColumn, part), LengthOf(column), LengthOf(row), TileProduct.IsWide);
            }
        });
    }

    /// <inheritdoc/>
    public void Dispose() => tiles.Dispose();

    private Span<float> Tile(int row, int column) => tiles[(row * (row + 1) / 2) + column];

    /// <summary>Adds to the sums of each block of rows what its own tiles give, and then what the transposed tiles below the diagonal give, part by part.</summary>
    /// <param name="product">The sums.</param>
    /// <param name="length">How many there are for each block.</param>
    /// <param name="add">Adds what a tile gives to the product at its row, and what it gives transposed to the sums of a part at its column.</param>
    private void AddBothHalves(double[] product, int length, Action<double[], int, int> add)
    {
        if (transposed.Length == 0 || transposed[0].Length != product.Length) transposed = [.. Enumerable.Range(0, TileParts.Count(Blocks)).Select(_ => new double[product.Length])];
        TileParts.Run(Blocks, threads, (part, row) =>
        {
            for (var column = 0; column <= row; column++) add(transposed[part], row, column);
        }, cancellation);
        TileParts.Run(Blocks, threads, (_, row) =>
        {
            var target = product.AsSpan(row * length, length);
            foreach (var sums in transposed)
            {
                var part = sums.AsSpan(row * length, length);
                Vectors.AddScaled(target, 1, part);
                part.Clear();
            }
        }, cancellation);
    }
}
