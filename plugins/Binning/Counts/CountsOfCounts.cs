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
        var entries = new SortedDictionary<long, long>();
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            if (count > 0) entries[count] = entries.GetValueOrDefault(count) + 1;
        }

        return new CountsOfCounts([.. entries.Select(entry => (entry.Key, entry.Value))]);
    }
}
