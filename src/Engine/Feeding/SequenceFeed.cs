namespace Infoscope.Engine.Feeding;

/// <summary>Feeds one sequence at a time, with its attention: those of one fold, or all of them without a fold.</summary>
internal sealed class SequenceFeed(FeedLayout layout, Precision precision, int factor) : Feed(layout, precision, factor)
{
    private int current = -1;
    private bool isWanted;

    protected override void TakeStretches(Window window, RowScratch scratch)
    {
        var sequences = Layout.Set.Sequences!;
        foreach (var stretch in window.Stretches)
        {
            // A stretch lies in one sequence.
            var sequence = sequences.SequenceOf(window.First + stretch.Offset);
            if (sequence != current)
            {
                SendBuffer();
                (current, isWanted) = (sequence, Fold < 0 || FoldPlan.FoldOf(sequence) == Fold);
            }

            if (isWanted) Buffer.Add(window, stretch.Offset, stretch.Rows);
        }
    }

    protected override void SendBuffer() => SendSequence();
}
