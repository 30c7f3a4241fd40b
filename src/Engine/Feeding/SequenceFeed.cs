namespace Infoscope.Engine.Feeding;

/// <summary>Feeds one sequence at a time, with its attention: those of one fold, or all of them without a fold.</summary>
internal sealed class SequenceFeed(FeedLayout layout, Precision precision, int factor, int? fold) : Feed(layout, precision, factor)
{
    private int current = -1;

    protected override void TakeRow(Window window, int offset, long row, long rank)
    {
        var sequence = Layout.Set.Sequences!.SequenceOf(row);
        if (fold is not null && FoldPlan.FoldOf(sequence) != fold) return;
        if (sequence != current) Buffer.Send(Estimations, true);
        current = sequence;
        Buffer.Add(window, offset);
    }

    protected override void SendRest() => Buffer.Send(Estimations, true);
}
