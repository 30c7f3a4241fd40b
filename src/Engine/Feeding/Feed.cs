namespace Infoscope.Engine.Feeding;

/// <summary>Picks its rows out of each window and hands them to its estimations; always called by the same worker.</summary>
internal abstract class Feed(FeedLayout layout, Precision precision, int factor) : IDisposable
{
    private readonly List<RunningEstimation> estimations = [];

    /// <summary>Gets the fold that is fed, or -1.</summary>
    public int Fold { get; init; } = -1;

    /// <summary>Gets the precision of the rows.</summary>
    public Precision Precision => precision;

    protected FeedLayout Layout => layout;

    protected Handover Handover { get; } = new(layout, precision);

    protected RowBuffer Buffer { get; } = new(layout, precision, factor);

    /// <summary>Adds an estimation that is fed.</summary>
    /// <param name="estimation">The estimation.</param>
    /// <param name="labelSets">How many label sets of the pass it looks at, the first ones.</param>
    public void Add(RunningEstimation estimation, int labelSets)
    {
        estimations.Add(estimation);
        Handover.LabelSets = Math.Max(Handover.LabelSets, labelSets);
    }

    /// <summary>Takes what it wants of a window.</summary>
    public void Take(Window window, RowScratch scratch)
    {
        if (estimations.TrueForAll(estimation => estimation.Failure is not null)) return;
        try
        {
            TakeStretches(window, scratch);
        }
        catch (ActivationShapeException failure)
        {
            // More rows than can be held at once: whoever wanted them so gets none, the other feeds go on.
            foreach (var estimation in estimations) estimation.Fail(failure.Message);
        }
    }

    /// <summary>Hands over what is still held after the last window, and then the states.</summary>
    public void Finish()
    {
        SendBuffer();
        foreach (var estimation in estimations) estimation.HandOver();
    }

    public void Dispose()
    {
        foreach (var estimation in estimations) estimation.Dispose();
    }

    /// <summary>Takes or passes over the used rows of a window.</summary>
    protected abstract void TakeStretches(Window window, RowScratch scratch);

    /// <summary>Hands over the rows that were gathered.</summary>
    protected virtual void SendBuffer() => Buffer.Send(Handover, estimations, false);

    protected void SendSequence() => Buffer.Send(Handover, estimations, true);

    /// <summary>Hands over rows of a window as they lie there, or as this feed wants them.</summary>
    protected void Send(Window window, int offset, int rows, RowScratch scratch) => Handover.Send(scratch.Of(window, offset, rows, precision, factor), estimations, false);
}
