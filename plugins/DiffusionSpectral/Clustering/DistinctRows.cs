namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>Tells rows of different values apart.</summary>
internal static class DistinctRows
{
    /// <summary>Gives each row the number of its value, in the order of first occurrence; null when there are more than <paramref name="most"/> different rows.</summary>
    public static int[]? AtMost(Points points, int most)
    {
        var first = new List<int>();
        var ids = new int[points.Count];
        for (var row = 0; row < ids.Length; row++)
        {
            ids[row] = Find(points, first, row);
            if (ids[row] == first.Count) first.Add(row);
            if (first.Count > most) return null;
        }

        return ids;
    }

    // By comparison of numbers, not of bits: 0 and -0 are one value.
    private static int Find(Points points, List<int> first, int row)
    {
        for (var id = 0; id < first.Count; id++)
        {
            if (points[first[id]].SequenceEqual(points[row])) return id;
        }

        return first.Count;
    }
}
