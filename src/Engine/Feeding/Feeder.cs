namespace Infoscope.Engine.Feeding;

/// <summary>Reads the source once, window after window and some ahead, and lets every worker serve its feeds.</summary>
/// <remarks>
/// A window is small enough to stay in a processor's cache from the read to the last estimation, and where it can be it holds as many rows of every fold as of any other. There are a few, so that
/// neither the reader nor a worker waits for a window that took another one longer. They and what estimations hold are all that is held of the rows.
/// </remarks>
internal sealed class Feeder
{
    private const long WindowBytes = 8 << 20;
    private const int LargestWindow = 1 << 16;
    private const int Windows = 4;

    private readonly FeedLayout layout;
    private readonly Feed[][] feedsOf;
    private readonly PinnedWorkers workers;
    private readonly RowWatch? watch;
    private readonly RowScratch[] scratch;
    private readonly (Window Window, Task Served)[] ring;

    public Feeder(FeedLayout layout, IReadOnlyList<Feed> feeds, PinnedWorkers workers, RowWatch? watch)
    {
        this.layout = layout;
        // The feeds of a fold follow one another: what they take is in the cache then.
        feedsOf = [.. Enumerable.Range(0, workers.Count).Select(worker => feeds.Where((_, feed) => feed % workers.Count == worker).OrderBy(feed => feed.Fold).ToArray())];
        this.workers = workers;
        this.watch = watch;
        bool Wants(Precision precision) => feeds.Any(feed => feed.Precision == precision) || watch?.Precision == precision;
        scratch = [.. Enumerable.Range(0, workers.Count).Select(_ => new RowScratch())];
        ring = [.. Enumerable.Range(0, Windows).Select(_ => (new Window(layout.Set.Activations, layout.Set.Reference, Wants(Precision.Single), Wants(Precision.Double)), Task.CompletedTask))];
    }

    /// <summary>Feeds everything.</summary>
    /// <param name="progress">Is told the number of rows that are done; may be null.</param>
    public void Run(IProgress<long>? progress)
    {
        try
        {
            var (rows, windowRows, rank) = (layout.Set.Activations.Rows, WindowRows(), 0L);
            for (var (first, turn) = (0L, 0); first < rows; first += windowRows, turn = (turn + 1) % Windows)
            {
                layout.Cancellation.ThrowIfCancellationRequested();
                var (window, served) = ring[turn];
                served.GetAwaiter().GetResult();
                if (window.Rows > 0) progress?.Report(window.First + window.Rows);
                window.Read(first, (int)Math.Min(windowRows, rows - first));
                rank += layout.Folds.Cut(window, rank, layout.Set.Selected);
                ring[turn].Served = workers.Start(worker => Serve(worker, feed => feed.Take(window, scratch[worker])));
                watch?.Look(window);
            }
        }
        finally
        {
            // The windows belong to the workers until they are done, also when reading failed.
            foreach (var (_, served) in ring) Task.WaitAny(served);
        }

        foreach (var (_, served) in ring) served.GetAwaiter().GetResult();
        progress?.Report(layout.Set.Activations.Rows);
        workers.Run(worker => Serve(worker, feed => feed.Finish()));
    }

    private void Serve(int worker, Action<Feed> serve)
    {
        foreach (var feed in feedsOf[worker]) serve(feed);
    }

    private int WindowRows()
    {
        var rows = Math.Clamp(WindowBytes / Math.Max(1, ring[0].Window.BytesPerRow), 1, LargestWindow);
        var round = layout.Folds.Round;
        return (int)(rows > round ? rows - (rows % round) : rows);
    }
}
