namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>How the assignments of a row lie one after another: by draw, then by subspace, then by anchor.</summary>
/// <remarks>One subspace in one draw is a part: a distribution over the anchors. Parts are counted by draw and then by subspace.</remarks>
internal readonly record struct AssignmentLayout(int Draws, int Subspaces, int Anchors)
{
    /// <summary>Gets the number of parts.</summary>
    public int Parts => Draws * Subspaces;

    /// <summary>Gets the number of assignments of a row.</summary>
    public int Length => Parts * Anchors;

    /// <summary>Gets the layout of a part alone.</summary>
    public AssignmentLayout OnePart => new(1, 1, Anchors);

    /// <summary>Makes the layout of an estimation.</summary>
    /// <exception cref="OptionException">An array cannot hold the assignments of a row.</exception>
    public static AssignmentLayout Of(int draws, int subspaces, int anchors, string owner) => (Int128)draws * subspaces * anchors <= Array.MaxLength
        ? new(draws, subspaces, anchors)
        : throw new OptionException($"{owner}.draws is {draws} with {subspaces} subspaces and {anchors} anchors; their product may be at most {Array.MaxLength}: lower one of them.");

    /// <summary>Gives the numbers of one part.</summary>
    public ReadOnlySpan<double> Part(ReadOnlySpan<double> all, int part) => all.Slice(part * Anchors, Anchors);
}
