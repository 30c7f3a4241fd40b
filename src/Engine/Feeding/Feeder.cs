namespace Infoscope.Engine.Feeding;

/// <summary>Reads the source once, window after window and one ahead, and lets every worker serve its feeds.</summary>
internal sealed class Feeder(FeedLayout layout, IReadOnlyList<Feed> feeds, PinnedWorkers workers, RowWatch? watch)
{
    private const long WindowBytes = 32 << 20;
    private const int LargestWindow = 8192;

    private readonly bool single = feeds.Any(feed => feed.Precision == Precision.Single) || watch?.Precision == Precision.Single;
    private readonly bool doubles = feeds.Any(feed => feed.Precision == Precision.Double) || watch?.Precision == Precision.Double;

    /// <summary>Gives the worker that serves a feed.</summary>
    public static int WorkerOf(int feed, PinnedWorkers workers) => feed % workers.Count;

    /// <summary>Feeds everything.</summary>
    /// <param name="progress">Is told the number of rows read so far; may be null.</param>
    public void Run(IProgress<long>? progress)
    {
        var (current, next) = (new Window(), new Window());
        var more = Read(current, 0, 0);
        while (more)
        {
            var window = current;
            var work = workers.Start(worker => Serve(worker, feed => feed.Take(window)));
            try
            {
                watch?.Look(layout, window);
                more = Read(next, window.First + window.Rows, window.FirstRank + SelectedIn(window));
            }
            finally
            {
                // The window belongs to the workers until they are done, also when reading failed.
                work.GetAwaiter().GetResult();
            }

            progress?.Report(window.First + window.Rows);
            (current, next) = (next, current);
        }

        workers.Run(worker => Serve(worker, feed => feed.Finish()));
    }

    private void Serve(int worker, Action<Feed> serve)
    {
        for (var feed = 0; feed < feeds.Count; feed++)
        {
            if (WorkerOf(feed, workers) == worker) serve(feeds[feed]);
        }
    }

    private long SelectedIn(Window window)
    {
        if (layout.Set.Selected is not { } selected) return window.Rows;
        return selected.AsSpan((int)window.First, window.Rows).Count(true);
    }

    private bool Read(Window window, long first, long firstRank)
    {
        layout.Cancellation.ThrowIfCancellationRequested();
        var source = layout.Set.Activations;
        window.First = first;
        window.FirstRank = firstRank;
        window.Rows = (int)Math.Min(source.Rows - first, WindowRows());
        if (window.Rows == 0) return false;
        if (single) source.Read(first, Sized(window.Single, source.Features, window, array => window.Single = array));
        if (doubles) source.Read(first, Sized(window.Double, source.Features, window, array => window.Double = array));
        if (layout.Set.Reference is { } reference)
        {
            if (single) reference.Read(first, Sized(window.ReferenceSingle, reference.Features, window, array => window.ReferenceSingle = array));
            if (doubles) reference.Read(first, Sized(window.ReferenceDouble, reference.Features, window, array => window.ReferenceDouble = array));
        }

        return true;
    }

    private long WindowRows()
    {
        var bytesPerRow = (layout.Features + layout.ReferenceFeatures) * ((single ? 4L : 0) + (doubles ? 8L : 0));
        return Math.Clamp(WindowBytes / Math.Max(1, bytesPerRow), 1, LargestWindow);
    }

    private static Span<T> Sized<T>(T[] array, int features, Window window, Action<T[]> keep)
    {
        var length = checked(window.Rows * features);
        if (array.Length < length)
        {
            array = new T[length];
            keep(array);
        }

        return array.AsSpan(0, length);
    }
}
