using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>Rows as their spectrum needs them: the rows themselves while there are no more than features, then the sum Z'Z over them.</summary>
/// <remarks>Rows join the sum in pages of <see cref="RowList.PageRows"/>, counted from the first, so its bits do not depend on how rows came in blocks. Memory: at most features^2 numbers and a page.</remarks>
/// <param name="features">The number of features of a row.</param>
/// <param name="spare">Pages that nobody uses; null for none.</param>
internal sealed class RowSum(int features, Stack<double[]>? spare = null)
{
    /// <summary>Gets the number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the rows that are not in <see cref="Sum"/>.</summary>
    public RowList Pending { get; } = new(features, spare);

    /// <summary>Gets the sum; null while the rows are kept.</summary>
    public ProductSum? Sum { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<double> row, ComputeSession session)
    {
        Pending.Add(row);
        Rows++;
        if (Sum is null ? Pending.Count > features : Pending.Count == RowList.PageRows) SumUp(session);
    }

    /// <summary>Adds rows to the sum without keeping them; there will be more than features.</summary>
    public void AddAtOnce(ReadOnlySpan<double> rows, ComputeSession session)
    {
        Total(session).AddFeatures(rows, session);
        Rows += rows.Length / features;
    }

    /// <summary>Adds the rows of another sum, whose pending rows join its own sum if it has one.</summary>
    public void Add(RowSum other, ComputeSession session)
    {
        if (other.Sum is null)
        {
            for (var row = 0; row < other.Pending.Count; row++) Add(other.Pending.Row(row), session);
            return;
        }

        Total(session).Add(other.Total(session));
        Rows += other.Rows;
    }

    /// <summary>Gives the spectrum of the rows; there must be one.</summary>
    public RowSpectrum Spectrum(ComputeSession session) => Sum is null ? RowSpectrum.Of(Pending, session) : RowSpectrum.Of(Total(session), Rows, session);

    /// <summary>Takes up a saved sum, whose pending rows are here already.</summary>
    public void Restore(ProductSum? sum, long rows) => (Sum, Rows) = (sum, rows);

    private ProductSum Total(ComputeSession session)
    {
        SumUp(session);
        if (Pending.Count > 0) Sum!.AddFeatures(Pending.Page(0), session);
        Pending.Clear();
        return Sum!;
    }

    private void SumUp(ComputeSession session)
    {
        Sum ??= new ProductSum(features);
        for (var page = 0; page < Pending.Count / RowList.PageRows; page++) Sum.AddFeatures(Pending.Page(page), session);
        Pending.KeepLastPage();
    }
}
