namespace Infoscope.Plugins.DiffusionSpectral.LabelInformation;

/// <summary>The entropies of some points and of subsets of them, each computed once: a permutation of their labels needs no new ones.</summary>
internal sealed class PointPool
{
    private readonly Points points;
    private readonly int[] members;
    private readonly IPointEntropy entropy;
    private readonly ISubsets subsets;
    private readonly bool shared;
    private readonly Dictionary<(int Size, int Ordinal, int Repetition), PointEntropy> known = [];

    /// <summary>Prepares the entropies.</summary>
    /// <param name="points">All points.</param>
    /// <param name="members">Those in the pool, in increasing order.</param>
    /// <param name="whole">The entropy of those in the pool.</param>
    /// <param name="entropy">The entropy.</param>
    /// <param name="subsets">Draws the subsets.</param>
    /// <param name="shared">Whether classes of one size share their subsets.</param>
    public PointPool(Points points, int[] members, PointEntropy whole, IPointEntropy entropy, ISubsets subsets, bool shared)
    {
        this.points = points;
        this.members = members;
        Whole = whole;
        this.entropy = entropy;
        this.subsets = subsets;
        this.shared = shared;
    }

    /// <summary>Gets the entropy of all points of the pool.</summary>
    public PointEntropy Whole { get; }

    /// <summary>Tells whether these are its points.</summary>
    public bool IsOf(ReadOnlySpan<int> other) => members.AsSpan().SequenceEqual(other);

    /// <summary>Gives the ordinal of the class whose subsets a class uses.</summary>
    public int OrdinalOf(PointClass of) => shared ? 0 : of.Ordinal;

    /// <summary>Gives the entropy of a subset.</summary>
    public PointEntropy OfSubset(int size, int ordinal, int repetition)
    {
        if (known.TryGetValue((size, ordinal, repetition), out var found)) return found;
        int[] chosen = [.. subsets.Draw(size, ordinal, repetition, members.Length).Select(place => members[place])];
        return known[(size, ordinal, repetition)] = entropy.Of(points.Take(chosen));
    }
}
