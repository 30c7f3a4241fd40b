namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

/// <summary>Compares partitions, whose classes have no names.</summary>
internal static class Partition
{
    /// <summary>Gives the adjusted Rand index: 1 for equal partitions, 0 on average for independent ones.</summary>
    public static double AdjustedRandIndex(int[] left, int[] right)
    {
        var both = Pairs(left.Zip(right));
        var (ofLeft, ofRight) = (Pairs(left), Pairs(right));
        var byChance = ofLeft * ofRight / Choose2(left.Length);
        return (both - byChance) / ((ofLeft + ofRight) / 2 - byChance);
    }

    /// <summary>Gives the classes numbered in the order of their first rows.</summary>
    public static int[] Renamed<T>(IEnumerable<T> classes)
        where T : notnull
    {
        var names = new Dictionary<T, int>();
        return [.. classes.Select(name => names.TryGetValue(name, out var known) ? known : names[name] = names.Count)];
    }

    private static double Pairs<T>(IEnumerable<T> classes)
        where T : notnull => classes.CountBy(name => name).Sum(pair => Choose2(pair.Value));

    private static double Choose2(double count) => count * (count - 1) / 2;
}
