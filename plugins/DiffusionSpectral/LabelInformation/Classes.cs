namespace Infoscope.Plugins.DiffusionSpectral.LabelInformation;

/// <summary>The labelled points of a label set, class by class.</summary>
internal sealed class Classes
{
    private Classes(int[] pool, IReadOnlyList<PointClass> all)
    {
        Pool = pool;
        All = all;
    }

    /// <summary>Gets the points that have a label, in increasing order.</summary>
    public int[] Pool { get; }

    /// <summary>Gets the classes, by their first point.</summary>
    public IReadOnlyList<PointClass> All { get; }

    /// <summary>Gives the share of the labelled points that a class has.</summary>
    public double ShareOf(PointClass one) => (double)one.Size / Pool.Length;

    /// <summary>Gathers the points of each label; -1 is no label.</summary>
    /// <param name="labels">The label of each point.</param>
    public static Classes Of(ReadOnlySpan<int> labels)
    {
        var pool = new List<int>();
        var members = new Dictionary<int, List<int>>();
        for (var point = 0; point < labels.Length; point++)
        {
            if (labels[point] < 0) continue;
            pool.Add(point);
            if (!members.TryGetValue(labels[point], out var own)) members.Add(labels[point], own = []);
            own.Add(point);
        }

        // In order of first points, so that the names of the labels decide nothing.
        var ordinals = new Dictionary<int, int>();
        var all = new List<PointClass>(members.Count);
        foreach (var (label, own) in members.OrderBy(member => member.Value[0]))
        {
            var ordinal = ordinals.GetValueOrDefault(own.Count);
            ordinals[own.Count] = ordinal + 1;
            all.Add(new PointClass { Label = label, Members = [.. own], Ordinal = ordinal });
        }

        return new Classes([.. pool], all);
    }
}
