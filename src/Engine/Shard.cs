namespace Infoscope.Engine;

/// <summary>A part of a comparison that runs by itself: some of the folds, of every activation set.</summary>
/// <param name="Index">Which part it is, counted from 0.</param>
/// <param name="Count">The number of parts, 1 to <see cref="ComparisonSettings.Folds"/>.</param>
public readonly record struct Shard(int Index, int Count)
{
    /// <summary>Gets the one part that is everything.</summary>
    public static Shard Whole { get; } = new(0, 1);

    /// <summary>Gives the folds that it feeds to an estimator; -1 stands for all rows at once, which one of the parts does for each estimator.</summary>
    /// <param name="isFolded">Whether the estimator is fed by folds.</param>
    /// <param name="ordinal">The place of the run among those of the activation set.</param>
    internal int[] FoldsOf(bool isFolded, int ordinal)
    {
        var (index, count) = (Index, Count);
        if (!isFolded) return ordinal % count == index ? [-1] : [];
        return [.. Enumerable.Range(0, ComparisonSettings.Folds).Where(fold => fold % count == index)];
    }
}
