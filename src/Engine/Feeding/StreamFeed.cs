namespace Infoscope.Engine.Feeding;

/// <summary>Feeds one fold, or all rows without a plan, in blocks of a largest size.</summary>
internal sealed class StreamFeed(FeedLayout layout, Precision precision, FoldPlan? plan, int fold, int blockRows) : Feed(layout, precision)
{
    protected override void TakeRow(Window window, int offset, long row, long rank)
    {
        if (plan is not null && plan.FoldOf(row, rank) != fold) return;
        Buffer.Add(window, offset);
        if (Buffer.Rows == blockRows) Buffer.Send(Estimations, false);
    }
}
