namespace Infoscope.Plugins.Binning.Counts;

/// <summary>A label and a symbol that occurred together.</summary>
/// <param name="Label">The label.</param>
/// <param name="Count">The number of rows with both.</param>
/// <param name="SymbolCount">The number of labelled rows with the symbol.</param>
internal readonly record struct Cell(int Label, long Count, long SymbolCount) : IComparable<Cell>
{
    /// <inheritdoc/>
    public int CompareTo(Cell other)
    {
        if (Label != other.Label) return Label.CompareTo(other.Label);
        return Count != other.Count ? Count.CompareTo(other.Count) : SymbolCount.CompareTo(other.SymbolCount);
    }
}
