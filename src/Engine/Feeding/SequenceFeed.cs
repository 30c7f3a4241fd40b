namespace Infoscope.Engine.Feeding;

/// <summary>Feeds one sequence at a time, with its attention: those of one fold, or all of them without a fold.</summary>
internal sealed class SequenceFeed(FeedLayout layout, Precision precision, int? fold) : Feed(layout, precision)
{
    private int current = -1;

    public override void Finish() => Buffer.Send(Estimations, true);

    protected override void TakeRow(Window window, int offset, long row, long rank)
    {
        var sequence = Layout.Set.Sequences!.SequenceOf(row);
        if (fold is not null && sequence % ComparisonSettings.Folds != fold) return;
        if (sequence != current) Buffer.Send(Estimations, true);
        current = sequence;
        Buffer.Add(window, offset);
    }
}
