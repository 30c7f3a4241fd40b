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

    protected override void TakeStretches(Window window, RowScratch scratch)
    {
        foreach (var stretch in window.Stretches)
        {
            for (var i = 0; chosen is not null && i < stretch.Rows; i++)
            {
                if (chosen.Contains(stretch.FirstRank + i)) Buffer.Add(window, stretch.Offset + i, 1);
            }

            if (chosen is null) Buffer.Add(window, stretch.Offset, stretch.Rows);
        }
    }
}
