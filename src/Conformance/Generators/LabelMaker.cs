namespace Infoscope.Conformance.Generators;

/// <summary>Makes labels of a kind from a stream of random numbers.</summary>
internal sealed class LabelMaker(RandomStream random)
{
    private static readonly LabelKind[] UnderMissing = [LabelKind.Balanced, LabelKind.OfClusters, LabelKind.OfClusters, LabelKind.Skewed, LabelKind.Singletons];

    /// <summary>Makes the labels of rows of which the clusters are known.</summary>
    public LabelTree Make(LabelKind kind, int[] clusterOf)
    {
        var fine = Fine(kind, clusterOf);
        Densely(fine);
        var count = fine.Max() + 1;
        if (kind == LabelKind.Unused)
        {
            // A label that no row has may lie anywhere among the others, and one or two more after them.
            var hole = (int)random.NextBelow(count + 1);
            for (var i = 0; i < fine.Length; i++) fine[i] += fine[i] >= hole ? 1 : 0;
            count += 1 + (int)random.NextBelow(3);
        }

        return new LabelTree { Fine = fine, CoarseOf = Coarsening(count) };
    }

    /// <summary>Replaces each number by its rank among the distinct numbers, in place; negative ones stay.</summary>
    public static void Densely(int[] numbers)
    {
        int[] distinct = [.. numbers.Where(number => number >= 0).Distinct().Order()];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] >= 0) numbers[i] = Array.BinarySearch(distinct, numbers[i]);
        }
    }

    /// <summary>Maps labels to coarse labels 0 .. C-1, each of them taken; C is drawn from 1 .. K and may end lower.</summary>
    public int[] Coarsening(int labels)
    {
        var coarse = new int[labels];
        var most = 1 + random.NextBelow(labels);
        for (var label = 0; label < labels; label++) coarse[label] = (int)random.NextBelow(most);
        Densely(coarse);
        return coarse;
    }

    private int[] Fine(LabelKind kind, int[] clusterOf)
    {
        var count = clusterOf.Length;
        return kind switch
        {
            LabelKind.Balanced or LabelKind.Unused => Balanced(count),
            LabelKind.Skewed => Filled(count, _ => Math.Min(5, Quarters())),
            LabelKind.Singletons => Singletons(count),
            LabelKind.Single => new int[count],
            LabelKind.AllDistinct => Shuffled(Filled(count, row => row)),
            LabelKind.PartlyMissing => PartlyMissing(clusterOf),
            _ => [.. clusterOf],
        };
    }

    private static int[] Filled(int count, Func<int, int> label)
    {
        var labels = new int[count];
        for (var row = 0; row < count; row++) labels[row] = label(row);
        return labels;
    }

    private int[] Shuffled(int[] labels)
    {
        random.Shuffle(labels);
        return labels;
    }

    private int[] Balanced(int count)
    {
        var labels = RowMaker.ClusterCount(random, count);
        return Shuffled(Filled(count, row => row % labels));
    }

    // 0 in three of four draws, 1 in three of the next four, and so on.
    private int Quarters()
    {
        var label = 0;
        while (label < 5 && random.NextBelow(4) == 0) label++;
        return label;
    }

    private int[] Singletons(int count)
    {
        var singles = count == 1 ? 1 : 1 + (int)random.NextBelow(Math.Min(3, count - 1));
        return Shuffled(Filled(count, row => row < singles ? row + 1 : 0));
    }

    private int[] PartlyMissing(int[] clusterOf)
    {
        var labels = Fine(UnderMissing[random.NextBelow(UnderMissing.Length)], clusterOf);
        if (labels.Length == 1) return labels;
        var missing = (int)random.NextBelow(labels.Length);
        var kept = (missing + 1 + (int)random.NextBelow(labels.Length - 1)) % labels.Length;
        for (var row = 0; row < labels.Length; row++)
        {
            if (row == missing || (row != kept && random.NextBelow(4) == 0)) labels[row] = -1;
        }

        return labels;
    }
}
