namespace Infoscope.Engine.Labels;

/// <summary>The label sets that one pass over the rows feeds: the real ones in the first, and as many permuted ones as the memory allows.</summary>
internal sealed record LabelPass
{
    private readonly IReadOnlyList<LabelSetInfo> real;

    public LabelPass(bool hasReal, IReadOnlyList<LabelSetInfo> real, IReadOnlyList<LabelSetInfo> nulls)
    {
        HasReal = hasReal;
        this.real = hasReal ? real : [];
        Nulls = nulls;
        All = [.. this.real, .. nulls];
    }

    /// <summary>Gets whether the real label sets are fed.</summary>
    public bool HasReal { get; }

    /// <summary>Gets whether what comes of the permuted label sets is kept; not when they turned out to have permuted labels of rows that take no part.</summary>
    public bool KeepsNulls { get; init; } = true;

    /// <summary>Gets the permuted label sets.</summary>
    public IReadOnlyList<LabelSetInfo> Nulls { get; }

    /// <summary>Gets all label sets, the permuted ones last.</summary>
    public IReadOnlyList<LabelSetInfo> All { get; }

    /// <summary>Deals permuted label sets out to passes, in their order, each pass taking at most a number of bytes but at least one label set.</summary>
    /// <param name="hasReal">Whether the first pass has the real label sets.</param>
    /// <param name="real">The real label sets.</param>
    /// <param name="nulls">The permuted label sets.</param>
    /// <param name="bytesOf">The bytes that a permuted label set takes.</param>
    /// <param name="most">The most bytes of one pass.</param>
    public static IReadOnlyList<LabelPass> Plan(bool hasReal, IReadOnlyList<LabelSetInfo> real, IReadOnlyList<LabelSetInfo> nulls, Func<LabelSetInfo, long> bytesOf, long most)
    {
        var passes = new List<LabelPass>();
        for (var first = 0; first < nulls.Count || (hasReal && passes.Count == 0);)
        {
            var end = first;
            for (var bytes = 0L; end < nulls.Count; end++)
            {
                bytes += bytesOf(nulls[end]);
                if (bytes > most && end > first) break;
            }

            passes.Add(new LabelPass(hasReal && passes.Count == 0, real, [.. nulls.Skip(first).Take(end - first)]));
            first = end;
        }

        return passes;
    }
}
