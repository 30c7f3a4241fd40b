namespace Infoscope.Engine.Feeding;

/// <summary>Decides which feeds serve which estimations; estimations that want the same rows in the same way share a feed.</summary>
internal static class FeedPlan
{
    /// <summary>Makes the feeds and begins the parts of every run.</summary>
    public static IReadOnlyList<Feed> Of(IEnumerable<EstimatorRun> runs, FeedLayout layout, ComparisonSettings settings)
    {
        var feeds = new List<Feed>();
        var shared = new Dictionary<(RowAccess Access, Precision Precision, int Fold, int Factor, long? Rows), int>();
        foreach (var run in runs)
        {
            var access = run.Requirements.Access;
            int[] folds = settings.Shard.FoldsOf(run.IsFolded, run.Ordinal);
            foreach (var fold in folds)
            {
                var key = (access, run.Precision, fold, run.RowFactor, access == RowAccess.AllRows ? run.Requirements.MaximumRows : null);
                if (!shared.TryGetValue(key, out var index))
                {
                    index = shared[key] = feeds.Count;
                    feeds.Add(access switch
                    {
                        RowAccess.Stream => new StreamFeed(layout, run.Precision, run.RowFactor, settings.BlockRows) { Fold = fold },
                        RowAccess.WholeSequences => new SequenceFeed(layout, run.Precision, run.RowFactor) { Fold = fold },
                        _ => new AllRowsFeed(layout, run.Precision, run.RowFactor, run.Requirements.MaximumRows, settings.Seed),
                    });
                }

                feeds[index].Add(run.AddPart(fold, layout.Pass), run.LabelSetsOf(layout.Pass));
                // What is merged may complete anywhere, so the runs take turns; what is not stays where it was fed.
                run.HomeFeed = run.IsFolded ? run.Ordinal : index;
            }
        }

        return feeds;
    }
}
