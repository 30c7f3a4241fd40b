namespace Infoscope.Engine.Feeding;

/// <summary>Feeds everything in one block: all used rows, or a seeded subsample without replacement.</summary>
internal sealed class AllRowsFeed : Feed
{
    private readonly HashSet<long>? chosen;

    public AllRowsFeed(FeedLayout layout, Precision precision, int factor, long? maximumRows, ulong seed)
        : base(layout, precision, factor)
    {
        if (maximumRows is not { } most || layout.SelectedRows <= most) return;
        chosen = [];
        var order = new KeyedPermutation(seed, "subsample", layout.SelectedRows);
        for (var place = 0L; place < most; place++) chosen.Add(order[place]);
    }

    protected override void TakeRow(Window window, int offset, long row, long rank)
    {
        if (chosen is null || chosen.Contains(rank)) Buffer.Add(window, offset);
    }
}
