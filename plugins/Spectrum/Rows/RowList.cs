namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>Rows in the order in which they came, in pages that grow as they fill.</summary>
/// <param name="features">The number of features of a row.</param>
/// <param name="spare">Pages that nobody uses, to be used before new ones are made; null for none.</param>
internal sealed class RowList(int features, Stack<double[]>? spare = null)
{
    /// <summary>The number of rows of a full page.</summary>
    public const int PageRows = 256;

    private const int FirstRows = 4;

    private readonly List<double[]> pages = [];

    /// <summary>Gets the number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the number of features of a row.</summary>
    public int Features => features;

    /// <summary>Gets the number of pages that hold a row.</summary>
    public int Pages => (Count + PageRows - 1) / PageRows;

    /// <summary>Gives the rows of a page, row-major.</summary>
    public ReadOnlySpan<double> Page(int page) => pages[page].AsSpan(0, Math.Min(PageRows, Count - (page * PageRows)) * features);

    /// <summary>Gives a row.</summary>
    public ReadOnlySpan<double> Row(int row) => pages[row / PageRows].AsSpan(row % PageRows * features, features);

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        var (page, place) = (Count / PageRows, Count % PageRows);
        if (page == pages.Count) pages.Add(spare is not null && spare.TryPop(out var unused) ? unused : new double[(page == 0 ? FirstRows : PageRows) * features]);
        if (pages[page].Length == place * features)
        {
            var larger = new double[2 * place * features];
            pages[page].CopyTo(larger, 0);
            pages[page] = larger;
        }

        row.CopyTo(pages[page].AsSpan(place * features, features));
        Count++;
    }

    /// <summary>Adds other rows.</summary>
    public void Add(RowList other)
    {
        for (var row = 0; row < other.Count; row++) Add(other.Row(row));
    }

    /// <summary>Forgets all rows but those of the last page, if it is not full.</summary>
    public void KeepLastPage()
    {
        var full = Count / PageRows;
        Count -= full * PageRows;
        // The memory of one page is for the rows that come.
        if (Count > 0) pages.RemoveRange(0, full);
        else if (full > 1) pages.RemoveRange(1, pages.Count - 1);
    }

    /// <summary>Forgets all rows.</summary>
    /// <param name="most">How many of the pages are left for other rows, if there is a place for spare ones.</param>
    public void Clear(int most = 0)
    {
        for (var page = 0; page < Count / PageRows && page < most; page++) spare?.Push(pages[page]);
        pages.Clear();
        Count = 0;
    }

    /// <summary>Copies all rows one after another.</summary>
    /// <exception cref="ActivationShapeException">No array can hold them.</exception>
    public double[] ToArray()
    {
        if ((long)Count * features > Array.MaxLength) throw new ActivationShapeException($"{Count} rows of {features} features are more numbers than an array can hold, {Array.MaxLength}; use fewer rows.");
        var all = new double[Count * features];
        for (var page = 0; page < Pages; page++) Page(page).CopyTo(all.AsSpan(page * PageRows * features));
        return all;
    }
}
