namespace Infoscope.Engine.Feeding;

/// <summary>Feeds everything in one block: all used rows, or a seeded subsample without replacement.</summary>
internal sealed class AllRowsFeed : Feed
{
    private readonly bool[]? chosen;

    public AllRowsFeed(FeedLayout layout, Precision precision, long? maximumRows, ulong seed)
        : base(layout, precision)
    {
        if (maximumRows is not { } most || layout.SelectedRows <= most) return;
        chosen = new bool[layout.SelectedRows];
        var order = new KeyedPermutation(seed, "subsample", layout.SelectedRows);
        for (var place = 0L; place < most; place++) chosen[order[place]] = true;
    }

    protected override void TakeRow(Window window, int offset, long row, long rank)
    {
        if (chosen is null || chosen[rank]) Buffer.Add(window, offset);
    }
}
