using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Labels;

/// <summary>The labelled rows of one label set by the labels of another: those that share one can change places.</summary>
internal sealed class LabelGroups
{
    private readonly int[][] members;
    private readonly int rows;

    public LabelGroups(LabelledRows labelled, RowLabels within, long rows)
    {
        this.rows = labelled.Count;
        var found = Enumerable.Range(0, within.Count).Select(_ => new List<int>()).ToArray();
        var groupOfLabel = new Dictionary<int, int>();
        for (var row = 0L; row < rows; row++)
        {
            var rank = labelled.RankOf(row);
            if (rank < 0) continue;
            var group = within[row];
            if (group < 0)
            {
                Ungrouped++;
                continue;
            }

            found[group].Add(rank);
            if (!groupOfLabel.TryAdd(labelled.Labels[rank], group) && groupOfLabel[labelled.Labels[rank]] != group) IsRefinement = false;
        }

        members = [.. found.Select(group => group.ToArray())];
    }

    /// <summary>Gets the number of labelled rows without a label of the other set; they keep theirs.</summary>
    public int Ungrouped { get; }

    /// <summary>Gets whether each label is found with one label of the other set alone.</summary>
    public bool IsRefinement { get; } = true;

    /// <summary>Makes a permutation of the labelled rows within the groups.</summary>
    public int[] Permutation(ulong seed, string purpose)
    {
        var random = new RandomStream(seed, $"{purpose}/within");
        int[] places = [.. Enumerable.Range(0, rows)];
        foreach (var group in members)
        {
            // Fisher and Yates, within the places of the group.
            for (var last = group.Length - 1; last > 0; last--)
            {
                var other = (int)random.NextBelow(last + 1);
                (places[group[last]], places[group[other]]) = (places[group[other]], places[group[last]]);
            }
        }

        return places;
    }
}
