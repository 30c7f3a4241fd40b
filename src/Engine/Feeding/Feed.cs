namespace Infoscope.Engine.Feeding;

/// <summary>Picks its rows out of each window and hands them to its estimations; always called by the same worker.</summary>
internal abstract class Feed(FeedLayout layout, Precision precision, int factor) : IDisposable
{
    /// <summary>Gets the estimations that are fed.</summary>
    public List<RunningEstimation> Estimations { get; } = [];

    /// <summary>Gets the precision of the rows.</summary>
    public Precision Precision => precision;

    protected FeedLayout Layout => layout;

    protected RowBuffer Buffer { get; } = new(layout, precision, factor);

    /// <summary>Takes what it wants of a window.</summary>
    public void Take(Window window)
    {
        if (Estimations.TrueForAll(estimation => estimation.Failure is not null)) return;
        try
        {
            var rank = window.FirstRank;
            for (var offset = 0; offset < window.Rows; offset++)
            {
                var row = window.First + offset;
                if (layout.IsSelected(row)) TakeRow(window, offset, row, rank++);
            }
        }
        catch (ActivationShapeException failure)
        {
            // More rows than can be held at once: whoever wanted them so gets none, the other feeds go on.
            foreach (var estimation in Estimations) estimation.Fail(failure.Message);
        }
    }

    /// <summary>Hands over what is still held after the last window, and then the states.</summary>
    public void Finish()
    {
        SendRest();
        foreach (var estimation in Estimations) estimation.HandOver();
    }

    public void Dispose()
    {
        foreach (var estimation in Estimations) estimation.Dispose();
    }

    /// <summary>Takes or passes over one used row.</summary>
    protected abstract void TakeRow(Window window, int offset, long row, long rank);

    /// <summary>Hands over the rows that are still held.</summary>
    protected virtual void SendRest() => Buffer.Send(Estimations, false);
}
