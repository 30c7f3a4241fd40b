namespace Infoscope.Fixtures.WrongEstimators.Cells;

/// <summary>How often each cell occurs with each label.</summary>
internal sealed class CellTable
{
    private readonly SortedDictionary<(int Label, int Cell), long> counts = [];

    /// <summary>Gets the number of rows that were counted.</summary>
    public long RowsUsed { get; private set; }

    /// <summary>Gets the number of rows that could not be.</summary>
    public long RowsDropped { get; private set; }

    /// <summary>Gets the counts, each above 0, in increasing order of label and cell.</summary>
    public IReadOnlyDictionary<(int Label, int Cell), long> Counts => counts;

    /// <summary>Counts a row once.</summary>
    public void Add(int label, int cell) => Add(label, cell, 1);

    /// <summary>Counts a row several times.</summary>
    public void Add(int label, int cell, long times)
    {
        RowsUsed++;
        counts[(label, cell)] = counts.GetValueOrDefault((label, cell)) + times;
    }

    /// <summary>Leaves a row out.</summary>
    public void Drop() => RowsDropped++;

    /// <summary>Adds the counts of another table.</summary>
    public void Add(CellTable other)
    {
        RowsUsed += other.RowsUsed;
        RowsDropped += other.RowsDropped;
        foreach (var (key, count) in other.counts) counts[key] = counts.GetValueOrDefault(key) + count;
    }

    /// <summary>Gives the count of each label that occurs.</summary>
    public SortedDictionary<int, long> LabelTotals() => TotalsBy(key => key.Label);

    /// <summary>Gives the count of each cell that occurs.</summary>
    public SortedDictionary<int, long> CellTotals() => TotalsBy(key => key.Cell);

    /// <summary>Writes the table.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(RowsUsed);
        to.Write(RowsDropped);
        to.Write(counts.Count);
        foreach (var ((label, cell), count) in counts)
        {
            to.Write(label);
            to.Write(cell);
            to.Write(count);
        }
    }

    /// <summary>Adds a table that was written.</summary>
    /// <exception cref="InvalidDataException">A number is below 0.</exception>
    public void Restore(BinaryReader from)
    {
        RowsUsed += NotNegative(from.ReadInt64());
        RowsDropped += NotNegative(from.ReadInt64());
        for (var left = NotNegative(from.ReadInt32()); left > 0; left--)
        {
            var key = ((int)NotNegative(from.ReadInt32()), (int)NotNegative(from.ReadInt32()));
            counts[key] = NotNegative(from.ReadInt64());
        }
    }

    private static long NotNegative(long number) => number >= 0 ? number : throw new InvalidDataException($"the state holds the count {number}; save it again.");

    private SortedDictionary<int, long> TotalsBy(Func<(int Label, int Cell), int> part)
    {
        var totals = new SortedDictionary<int, long>();
        foreach (var (key, count) in counts) totals[part(key)] = totals.GetValueOrDefault(part(key)) + count;
        return totals;
    }
}
