namespace Infoscope.Plugins.Binning.Counts;

/// <summary>Which labels and symbols occurred together how often, over the labelled rows of a label set.</summary>
internal sealed class LabelTable
{
    /// <summary>Takes the counts of the symbols and the cells, these by label and in an order that does not depend on that of the rows.</summary>
    public LabelTable(CountsOfCounts symbols, Cell[] cells)
    {
        Symbols = symbols;
        Cells = cells;
    }

    /// <summary>Gets how many symbols occurred how often.</summary>
    public CountsOfCounts Symbols { get; }

    /// <summary>Gets the cells in increasing order of the labels.</summary>
    public Cell[] Cells { get; }

    /// <summary>Gives the cells of each label that occurs, in increasing order of the labels.</summary>
    public IEnumerable<ArraySegment<Cell>> ByLabel()
    {
        for (var first = 0; first < Cells.Length;)
        {
            var end = first + 1;
            while (end < Cells.Length && Cells[end].Label == Cells[first].Label) end++;
            yield return new ArraySegment<Cell>(Cells, first, end - first);
            first = end;
        }
    }
}
