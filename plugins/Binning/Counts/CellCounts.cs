namespace Infoscope.Plugins.Binning.Counts;

/// <summary>What was counted of the rows: one table of symbols and labels, or one for each feature.</summary>
internal abstract class CellCounts
{
    /// <summary>Makes the counts of no row.</summary>
    protected CellCounts(IReadOnlyList<LabelSetInfo> labelSets) => LabelSets = labelSets;

    /// <summary>Gets the label sets.</summary>
    public IReadOnlyList<LabelSetInfo> LabelSets { get; }

    /// <summary>Gets the number of rows that were counted.</summary>
    public long Rows { get; protected set; }

    /// <summary>Gets the number of values that lie outside the grid.</summary>
    public long OutsideValues { get; protected set; }

    /// <summary>Gets the number of tables.</summary>
    public abstract int Tables { get; }

    /// <summary>Gives the logarithm of the number of symbols that could occur in a table; infinite where it is not known.</summary>
    public abstract double LogAlphabet(int table);

    /// <summary>Counts a finite row with its labels.</summary>
    public abstract void Add(ReadOnlySpan<double> row, in ActivationBlock block, int place);

    /// <summary>Gives how many symbols of a table occurred how often, over all rows.</summary>
    public abstract CountsOfCounts Symbols(int table);

    /// <summary>Gives the symbols and labels of a label set.</summary>
    public abstract LabelTable Table(int table, int labelSet);

    /// <summary>Adds the counts of other rows, with as many or more label sets.</summary>
    public virtual void Merge(CellCounts other)
    {
        Rows = checked(Rows + other.Rows);
        OutsideValues = checked(OutsideValues + other.OutsideValues);
    }

    /// <summary>Writes the counts.</summary>
    public abstract void Save(BinaryWriter to);

    /// <summary>Reads the counts of a state that has none yet.</summary>
    /// <exception cref="InvalidDataException">They cannot be those of any rows.</exception>
    public abstract void Restore(BinaryReader from);
}
