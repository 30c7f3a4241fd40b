using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>Rows as their spectrum needs them: the rows themselves while there are no more than features, then the sum Z'Z over them.</summary>
/// <remarks>Rows join the sum in pages of <see cref="RowList.PageRows"/>, counted from the first, so its bits do not depend on how rows came in blocks. Memory: at most features^2 numbers and a page.</remarks>
internal sealed class RowSum(int features)
{
    /// <summary>Gets the number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the rows that are not in <see cref="Sum"/>.</summary>
    public RowList Pending { get; } = new(features);

    /// <summary>Gets the sum; null while the rows are kept.</summary>
    public ProductSum? Sum { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<double> row, ComputeSession session)
    {
        Pending.Add(row);
        Rows++;
        if (Sum is null ? Pending.Count > features : Pending.Count == RowList.PageRows) SumUp(session);
    }

    /// <summary>Adds the rows of another sum.</summary>
    public void Add(RowSum other, ComputeSession session)
    {
        if (other.Sum is { } sum)
        {
            SumUp(session);
            Sum!.Add(sum);
            Rows += other.Rows - other.Pending.Count;
        }

        for (var row = 0; row < other.Pending.Count; row++) Add(other.Pending.Row(row), session);
    }

    /// <summary>Gives the spectrum of the rows; there must be one.</summary>
    public RowSpectrum Spectrum(ComputeSession session)
    {
        if (Sum is null) return RowSpectrum.Of(Pending, session);
        var all = new ProductSum(features);
        all.Add(Sum);
        if (Pending.Count > 0) all.AddFeatures(Pending.Page(0), session);
        return RowSpectrum.Of(all, Rows, session);
    }

    /// <summary>Takes up a saved sum, whose pending rows are here already.</summary>
    public void Restore(ProductSum? sum, long rows) => (Sum, Rows) = (sum, rows);

    private void SumUp(ComputeSession session)
    {
        Sum ??= new ProductSum(features);
        for (var page = 0; page < Pending.Count / RowList.PageRows; page++) Sum.AddFeatures(Pending.Page(page), session);
        Pending.KeepLastPage();
    }
}
