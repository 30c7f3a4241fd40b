namespace Infoscope.Plugins.Labels;

/// <summary>Makes label sets that are derived from others.</summary>
internal static class Derived
{
    /// <summary>Makes a label set that keeps what its parents say: their notes, and that one of them was made from sequences.</summary>
    internal static LabelSet From(IReadOnlyList<LabelSet> parents, IReadOnlyList<long> shape, int[] ids, IReadOnlyList<string> names, params IReadOnlyList<string> notes) => new(shape, ids, names)
    {
        IsSequenceDerived = parents.Any(parent => parent.IsSequenceDerived),
        Notes = [.. parents.SelectMany(parent => parent.Notes).Concat(notes).Distinct()],
    };

    /// <summary>Counts the rows of each label.</summary>
    internal static int[] Counts(LabelSet labels)
    {
        var counts = new int[labels.Count];
        foreach (var id in labels.Ids)
        {
            if (id >= 0) counts[id]++;
        }

        return counts;
    }

    /// <summary>Replaces each label by another; a row without a label keeps none.</summary>
    internal static int[] Replaced(LabelSet labels, int[] newIds)
    {
        var ids = new int[labels.Ids.Length];
        for (var row = 0; row < ids.Length; row++) ids[row] = labels.Ids[row] < 0 ? -1 : newIds[labels.Ids[row]];
        return ids;
    }
}
