namespace Infoscope.Plugins.Binning.Counts;

/// <summary>How many symbols occurred how often; every entropy of counts is a function of it and of the size of the alphabet.</summary>
internal sealed class CountsOfCounts
{
    private CountsOfCounts((long Count, long Symbols)[] entries)
    {
        Entries = entries;
        foreach (var (count, symbols) in entries)
        {
            Total = checked(Total + (count * symbols));
            Occupied += symbols;
        }
    }

    /// <summary>Gets each distinct count of at least 1, ascending, with the number of symbols that have it.</summary>
    public IReadOnlyList<(long Count, long Symbols)> Entries { get; }

    /// <summary>Gets the number N of draws.</summary>
    public long Total { get; }

    /// <summary>Gets the number of symbols that occurred.</summary>
    public long Occupied { get; }

    /// <summary>Takes the counts of symbols in any order; zeros count as symbols that did not occur.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static CountsOfCounts Of(IEnumerable<long> counts)
    {
        long[] sorted = [.. counts];
        Array.Sort(sorted);
        if (sorted.Length > 0) ArgumentOutOfRangeException.ThrowIfNegative(sorted[0], nameof(counts));
        var entries = new List<(long Count, long Symbols)>();
        foreach (var count in sorted)
        {
            if (count == 0) continue;
            if (entries.Count > 0 && entries[^1].Count == count) entries[^1] = (count, entries[^1].Symbols + 1);
            else entries.Add((count, 1));
        }

        return new CountsOfCounts([.. entries]);
    }
}
