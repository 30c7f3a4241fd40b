namespace Infoscope.Engine.Feeding;

/// <summary>Feeds one fold, or all rows without a plan, in blocks of a largest size.</summary>
internal sealed class StreamFeed(FeedLayout layout, Precision precision, int factor, FoldPlan? plan, int fold, int blockRows) : Feed(layout, precision, factor)
{
    // Long rows come in smaller blocks: every fold holds one, and blocks change no bit.
    private const int LargestBlockElements = 1 << 20;

    private readonly int mostRows = Math.Clamp(LargestBlockElements / Math.Max(1, layout.Features), 1, blockRows);

    protected override void TakeRow(Window window, int offset, long row, long rank)
    {
        if (plan is not null && plan.FoldOf(row, rank) != fold) return;
        Buffer.Add(window, offset);
        if (Buffer.Rows == mostRows) Buffer.Send(Estimations, false);
    }
}
