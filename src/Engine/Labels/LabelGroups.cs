using System.Globalization;
using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Labels;

/// <summary>The labelled rows of one label set by the labels of another: those that share one can change places.</summary>
internal sealed class LabelGroups
{
    private readonly int[] groupOf;
    private readonly int[] placeInGroup;
    private readonly int[][] members;

    public LabelGroups(LabelledRows labelled, RowLabels within, long rows)
    {
        groupOf = new int[labelled.Labels.Length];
        placeInGroup = new int[labelled.Labels.Length];
        var found = Enumerable.Range(0, within.Count).Select(_ => new List<int>()).ToArray();
        for (var row = 0L; row < rows; row++)
        {
            var rank = labelled.RankOf(row);
            if (rank < 0) continue;
            var group = groupOf[rank] = within[row];
            if (group < 0) continue;
            placeInGroup[rank] = found[group].Count;
            found[group].Add(rank);
        }

        members = [.. found.Select(group => group.ToArray())];
    }

    /// <summary>Makes a permutation of the labelled rows within the groups; a row without a group keeps its label.</summary>
    public Func<long, int, int> Permutation(ulong seed, string purpose)
    {
        KeyedPermutation[] keyed = [.. members.Select((group, index) => new KeyedPermutation(seed, string.Create(CultureInfo.InvariantCulture, $"{purpose}/within/{index}"), group.Length))];
        return (_, rank) =>
        {
            var group = groupOf[rank];
            return group < 0 ? rank : members[group][keyed[group][placeInGroup[rank]]];
        };
    }
}
