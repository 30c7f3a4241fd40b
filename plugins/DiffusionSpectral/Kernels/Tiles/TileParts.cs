namespace Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

/// <summary>Shares the rows of tiles of one half of a symmetric matrix out to parts that threads work on side by side.</summary>
/// <remarks>What a part is depends on the number of blocks alone. So where each part has sums of its own, added up in the order of the parts, no bit depends on the number of threads.</remarks>
internal static class TileParts
{
    /// <summary>Gives the number of parts, 1 to 8: what their own sums cost is then little beside their work.</summary>
    public static int Count(int blocks) => blocks < 2 ? 1 : blocks < 12 ? 2 : blocks < 32 ? 4 : 8;

    /// <summary>Gives the rows of each part, the longest first. Row r has r + 1 tiles: each, from the last on, goes to the part with the fewest, so parts have nearly as many.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Rows(int blocks)
    {
        List<int>[] rows = [.. Enumerable.Range(0, Count(blocks)).Select(_ => new List<int>())];
        var tiles = new int[rows.Length];
        for (var row = blocks - 1; row >= 0; row--)
        {
            var part = Array.IndexOf(tiles, tiles.Min());
            rows[part].Add(row);
            tiles[part] += row + 1;
        }

        return rows;
    }

    /// <summary>Visits every row of tiles once, those of a part one after another.</summary>
    /// <param name="blocks">The number of blocks of rows.</param>
    /// <param name="threads">The most threads to use.</param>
    /// <param name="visit">Works on a row for a part, on any of the threads.</param>
    /// <param name="cancellation">Looked at before every row.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled; no row is being worked on any more.</exception>
    public static void Run(int blocks, int threads, Action<int, int> visit, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var rows = Rows(blocks);
        Parallel.For(0, rows.Count, options, part =>
        {
            foreach (var row in rows[part])
            {
                cancellation.ThrowIfCancellationRequested();
                visit(part, row);
            }
        });
    }
}
