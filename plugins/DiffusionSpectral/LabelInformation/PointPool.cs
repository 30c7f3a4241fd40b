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

    /// <summary>Gives the entropies of subsets.</summary>
    /// <param name="wanted">The size of each, the ordinal of the class whose it is, and the repetition.</param>
    public PointEntropy[] OfSubsets(IReadOnlyList<(int Size, int Ordinal, int Repetition)> wanted)
    {
        (int Size, int Ordinal, int Repetition)[] missing = [.. wanted.Where(one => !known.ContainsKey(one)).Distinct()];
        var found = entropy.OfEach(points, Array.ConvertAll(missing, Draw));
        for (var i = 0; i < missing.Length; i++) known.Add(missing[i], found[i]);
        return [.. wanted.Select(one => known[one])];
    }

    private int[] Draw((int Size, int Ordinal, int Repetition) one) =>
        Array.ConvertAll(subsets.Draw(one.Size, one.Ordinal, one.Repetition, members.Length), place => members[place]);
}
