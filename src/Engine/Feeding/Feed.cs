namespace Infoscope.Engine.Feeding;

/// <summary>Picks its rows out of each window and hands them to its estimations; always called by the same worker.</summary>
internal abstract class Feed(FeedLayout layout, Precision precision) : IDisposable
{
    /// <summary>Gets the estimations that are fed.</summary>
    public List<RunningEstimation> Estimations { get; } = [];

    /// <summary>Gets the precision of the rows.</summary>
    public Precision Precision => precision;

    protected FeedLayout Layout => layout;

    protected RowBuffer Buffer { get; } = new(layout, precision);

    /// <summary>Takes what it wants of a window.</summary>
    public void Take(Window window)
    {
        var rank = window.FirstRank;
        for (var offset = 0; offset < window.Rows; offset++)
        {
            var row = window.First + offset;
            if (layout.IsSelected(row)) TakeRow(window, offset, row, rank++);
        }

        EndWindow();
    }

    /// <summary>Hands over what is still held after the last window.</summary>
    public virtual void Finish() => Buffer.Send(Estimations, false);

    public void Dispose()
    {
        foreach (var estimation in Estimations) estimation.Dispose();
    }

    /// <summary>Takes or passes over one used row.</summary>
    protected abstract void TakeRow(Window window, int offset, long row, long rank);

    /// <summary>Ends a window.</summary>
    protected virtual void EndWindow()
    {
    }
}
