namespace Infoscope.Plugins.Spectrum.Renyi;

/// <summary>The labelled rows of a label set, label by label.</summary>
internal sealed class LabelGroups
{
    private LabelGroups(int[] rows, IReadOnlyList<(int Label, int[] Rows)> all)
    {
        Rows = rows;
        All = all;
    }

    /// <summary>Gets the rows that have a label, in increasing order.</summary>
    public int[] Rows { get; }

    /// <summary>Gets the rows of each label, by their first row, so that the names of the labels decide nothing.</summary>
    public IReadOnlyList<(int Label, int[] Rows)> All { get; }

    /// <summary>Gives the share of the labelled rows that each label has.</summary>
    public double[] Shares() => [.. All.Select(one => (double)one.Rows.Length / Rows.Length)];

    /// <summary>Gathers the rows of each label; -1 is no label.</summary>
    /// <param name="labels">The label of each row.</param>
    public static LabelGroups Of(ReadOnlySpan<int> labels)
    {
        var rows = new List<int>();
        var members = new Dictionary<int, List<int>>();
        for (var row = 0; row < labels.Length; row++)
        {
            if (labels[row] < 0) continue;
            rows.Add(row);
            if (!members.TryGetValue(labels[row], out var own)) members.Add(labels[row], own = []);
            own.Add(row);
        }

        return new LabelGroups([.. rows], [.. members.OrderBy(member => member.Value[0]).Select(member => (member.Key, member.Value.ToArray()))]);
    }
}
