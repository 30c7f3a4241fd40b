using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Labels;

/// <summary>The sequences of one label set by their number of labelled rows: those of equal length can change places.</summary>
internal sealed class SequenceGroups
{
    private readonly SequenceLayout sequences;
    private readonly int[] firstRank;
    private readonly int[] lengths;
    private readonly int[] placeInGroup;
    private readonly Dictionary<int, int[]> members;

    public SequenceGroups(SequenceLayout sequences, LabelledRows labelled, long rows)
    {
        this.sequences = sequences;
        firstRank = new int[sequences.Count];
        lengths = new int[sequences.Count];
        placeInGroup = new int[sequences.Count];
        for (var row = 0L; row < rows; row++)
        {
            var rank = labelled.RankOf(row);
            if (rank < 0) continue;
            var sequence = sequences.SequenceOf(row);
            if (lengths[sequence]++ == 0) firstRank[sequence] = rank;
        }

        members = Enumerable.Range(0, sequences.Count).Where(sequence => lengths[sequence] > 0).GroupBy(sequence => lengths[sequence]).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var group in members.Values)
        {
            for (var place = 0; place < group.Length; place++) placeInGroup[group[place]] = place;
        }
    }

    /// <summary>Gets the number of sequences with a labelled row.</summary>
    public int Count => members.Values.Sum(group => group.Length);

    /// <summary>Gets the number of sequences that have another of equal length.</summary>
    public int Movable => members.Values.Where(group => group.Length > 1).Sum(group => group.Length);

    /// <summary>Gets the number of labelled rows in them.</summary>
    public long MovableRows => members.Where(group => group.Value.Length > 1).Sum(group => (long)group.Key * group.Value.Length);

    /// <summary>Gets the logarithm of the number of ways in which sequences can be arranged.</summary>
    public double LogArrangements => members.Values.Sum(group => Enumerable.Range(1, group.Length).Sum(size => Math.Log(size)));

    /// <summary>Makes a permutation of the labelled rows that moves whole sequences.</summary>
    public Func<long, int, int> Permutation(ulong seed, string purpose)
    {
        var keyed = members.Where(group => group.Value.Length > 1).ToDictionary(group => group.Key, group => new KeyedPermutation(seed, $"{purpose}/{group.Key}", group.Value.Length));
        return (row, rank) =>
        {
            var sequence = sequences.SequenceOf(row);
            if (!keyed.TryGetValue(lengths[sequence], out var permutation)) return rank;
            var from = members[lengths[sequence]][permutation[placeInGroup[sequence]]];
            return firstRank[from] + rank - firstRank[sequence];
        };
    }
}
