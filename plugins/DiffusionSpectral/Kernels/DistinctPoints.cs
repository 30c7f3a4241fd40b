namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>The different points of a set, in the order of their first occurrence, and how often each occurs.</summary>
/// <remarks>Two points are the same when every number of one equals its counterpart; -0 equals 0.</remarks>
internal sealed class DistinctPoints
{
    private readonly int[] places;
    private readonly int[] multiplicities;

    private DistinctPoints(Points points, int[] places, int[] multiplicities)
    {
        Points = points;
        this.places = places;
        this.multiplicities = multiplicities;
    }

    /// <summary>Gets one of each.</summary>
    public Points Points { get; }

    /// <summary>Gets the number of different points.</summary>
    public int Count => Points.Count;

    /// <summary>Gets for every point of the set which of the different ones it is.</summary>
    public ReadOnlySpan<int> Places => places;

    /// <summary>Gets how often each occurs.</summary>
    public ReadOnlySpan<int> Multiplicities => multiplicities;

    /// <summary>Finds the different points. Cost: O(n d).</summary>
    public static DistinctPoints Of(Points points)
    {
        var known = new Dictionary<int, int>(new SameValues(points));
        var places = new int[points.Count];
        var firsts = new List<int>();
        var multiplicities = new List<int>();
        for (var point = 0; point < points.Count; point++)
        {
            if (known.TryGetValue(point, out places[point]))
            {
                multiplicities[places[point]]++;
                continue;
            }

            places[point] = firsts.Count;
            known.Add(point, firsts.Count);
            firsts.Add(point);
            multiplicities.Add(1);
        }

        return new(firsts.Count == points.Count ? points : points.Take(firsts.ToArray()), places, [.. multiplicities]);
    }

    private sealed class SameValues(Points points) : IEqualityComparer<int>
    {
        public bool Equals(int a, int b) => points[a].SequenceEqual(points[b]);

        public int GetHashCode(int point)
        {
            var hash = default(HashCode);
            foreach (var value in points[point]) hash.Add(value);
            return hash.ToHashCode();
        }
    }
}
