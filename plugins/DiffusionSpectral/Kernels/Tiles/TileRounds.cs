namespace Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

/// <summary>Visits the tiles of one half of a symmetric matrix in rounds, in each of which no two tiles share a block of rows or columns.</summary>
/// <remarks>
/// In round r of an odd number p of rounds the tiles are those with (row + column) mod p = r: each block has one partner. So the tiles of a round may add to sums of their blocks
/// side by side, and what is added to a block comes in the order of the rounds, whatever the number of threads.
/// </remarks>
internal static class TileRounds
{
    /// <summary>Visits every tile (row, column) with column at most row once.</summary>
    /// <param name="blocks">The number of blocks of rows.</param>
    /// <param name="threads">The most threads to use.</param>
    /// <param name="visit">Works on one tile, on any of the threads.</param>
    /// <param name="cancellation">Looked at before every tile.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled; no tile is being worked on any more.</exception>
    public static void Run(int blocks, int threads, Action<int, int> visit, CancellationToken cancellation)
    {
        var rounds = blocks | 1;
        var tiles = new List<(int Row, int Column)>(blocks);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        for (var round = 0; round < rounds; round++)
        {
            tiles.Clear();
            for (var row = 0; row < blocks; row++)
            {
                var column = (round - row + rounds) % rounds;
                if (column <= row) tiles.Add((row, column));
            }

            if (threads > 1 && tiles.Count > 1)
            {
                Parallel.For(0, tiles.Count, options, Visit);
                continue;
            }

            for (var i = 0; i < tiles.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                Visit(i);
            }
        }

        void Visit(int index) => visit(tiles[index].Row, tiles[index].Column);
    }
}
