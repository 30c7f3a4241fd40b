namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>How far two sets of equally many tokens agree.</summary>
internal readonly record struct SetOverlap
{
    /// <summary>Gets the number of tokens in both.</summary>
    public required int Common { get; init; }

    /// <summary>Gets the part of one set that is in the other; null for empty sets.</summary>
    public required double? Overlap { get; init; }

    /// <summary>Gets what that part is on average for a random set, m/k; null for empty sets.</summary>
    public required double? Chance { get; init; }

    /// <summary>Gets the tokens in both over those in either; null for empty sets.</summary>
    public required double? Jaccard { get; init; }

    /// <summary>Compares two sets of m of k tokens.</summary>
    /// <exception cref="ArgumentException">They have different sizes.</exception>
    public static SetOverlap Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int contextTokens)
    {
        if (first.Length != second.Length) throw new ArgumentException($"the sets have {first.Length} and {second.Length} tokens; they must have as many.");
        var common = new HashSet<int>(first.ToArray());
        common.IntersectWith(second.ToArray());
        var empty = first.Length == 0;
        return new SetOverlap
        {
            Common = common.Count,
            Overlap = empty ? null : (double)common.Count / first.Length,
            Chance = empty ? null : (double)first.Length / contextTokens,
            Jaccard = empty ? null : (double)common.Count / (2 * first.Length - common.Count),
        };
    }
}
