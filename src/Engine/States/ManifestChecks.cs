namespace Infoscope.Engine.States;

/// <summary>What every manifest must be, whoever wrote it.</summary>
internal static class ManifestChecks
{
    /// <summary>Tells whether a manifest can be worked with.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="end">Where the states end in the file.</param>
    public static bool AreMet(StateManifest manifest, long end) =>
        manifest.Shard is { Count: >= 1 and <= ComparisonSettings.Folds, Index: >= 0 } && manifest.Shard.Index < manifest.Shard.Count
        && manifest.Settings.Nulls is >= 0 and <= ComparisonSettings.MostNulls
        && Whole(manifest.Estimators) && Whole(manifest.Sets) && Whole(manifest.LabelNames) && manifest.LabelNames.All(Whole) && Whole(manifest.Settings.Chains) && manifest.Settings.Chains.All(Whole)
        && Whole(manifest.Settings.Optimalities)
        && manifest.Sets.All(set => IsSound(set, manifest, end));

    private static bool IsSound(SavedSet set, StateManifest manifest, long end)
    {
        var labels = set.Description.Labels;
        return Whole(labels) && Whole(set.Description.Notes) && Whole(set.Passes) && Whole(set.Runs) && set.Passes.Count > 0
            && labels.All(facts => facts.Observed >= 0 && facts.Rows >= 0 && facts.EntropyNats >= 0 && Whole(facts.Notes))
            && labels.DistinctBy(facts => facts.Name).Count() == labels.Count
            && set.LabelNames.Count == labels.Count && set.LabelNames.All(place => place >= 0 && place < manifest.LabelNames.Count)
            && ArePasses(set.Passes, (long)labels.Count * manifest.Settings.Nulls)
            && set.Runs.All(run => run.Estimator >= 0 && run.Estimator < manifest.Estimators.Count && Whole(run.Parts) && AreParts(run.Parts, set.Passes.Count, manifest.Shard, end));
    }

    // The first pass has the real label sets, and every permuted one is kept once.
    private static bool ArePasses(IReadOnlyList<SavedPass> passes, long nulls)
    {
        var next = 0L;
        foreach (var (place, pass) in passes.Index())
        {
            if (pass.HasReal != (place == 0) || pass.NullCount < 0 || pass.FirstNull != next) return false;
            if (pass.KeepsNulls) next += pass.NullCount;
        }

        return next == nulls;
    }

    private static bool AreParts(IReadOnlyList<SavedPart> parts, int passes, Shard shard, long end) =>
        parts.All(part => part.Pass >= 0 && part.Pass < passes && part.Fold >= 0 && part.Fold < ComparisonSettings.Folds && part.Fold % shard.Count == shard.Index && part.Rows > 0
            && part.Offset >= 0 && part.Length >= 0 && part.Length <= Array.MaxLength && part.Offset <= end - part.Length)
        && parts.DistinctBy(part => (part.Pass, part.Fold)).Count() == parts.Count;

    private static bool Whole<T>(IReadOnlyList<T> items) => items.All(item => item is not null);
}
