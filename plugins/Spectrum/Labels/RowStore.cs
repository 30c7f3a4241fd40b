using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Rows;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Labels;

/// <summary>Rows with their labels, kept while they take less memory than the sums Z'Z of all rows and of each label would, and summed from then on.</summary>
/// <remarks>Rows are kept once, whatever the number of label sets; a sum is made for a label when its first row comes.</remarks>
internal sealed class RowStore
{
    private const int FewestKept = RowList.PageRows;

    private readonly EstimationContext context;
    private readonly int features;

    /// <summary>Makes a store without rows.</summary>
    public RowStore(EstimationContext context)
    {
        this.context = context;
        features = context.Shape.Features;
        MostKept = (int)Math.Clamp((long)features * (1 + context.LabelSets.Sum(labelSet => (long)labelSet.Count)), FewestKept, int.MaxValue);
        Kept = new RowList(features);
        LabelSets = [.. context.LabelSets.Select(info => new LabelSetRows(info))];
    }

    /// <summary>Gets the most rows that are kept.</summary>
    public int MostKept { get; }

    /// <summary>Gets the kept rows.</summary>
    public RowList Kept { get; }

    /// <summary>Gets all rows as a sum; null while they are kept.</summary>
    public RowSum? All { get; private set; }

    /// <summary>Gets the label sets.</summary>
    public LabelSetRows[] LabelSets { get; }

    /// <summary>Gets the number of rows.</summary>
    public long Rows => All?.Rows ?? Kept.Count;

    private ComputeSession Session => context.Compute;

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row, as its spectrum is taken.</param>
    /// <param name="labelOf">Gives its label in a label set, or <see cref="LabelSetRows.None"/>.</param>
    public void Add(ReadOnlySpan<double> row, Func<int, int> labelOf)
    {
        if (All is null && Kept.Count == MostKept) SumUp();
        if (All is null)
        {
            Kept.Add(row);
            for (var set = 0; set < LabelSets.Length; set++) LabelSets[set].OfKept.Add(labelOf(set));
            return;
        }

        All.Add(row, Session);
        for (var set = 0; set < LabelSets.Length; set++)
        {
            if (labelOf(set) is not LabelSetRows.None and var label) LabelSets[set].SumOf(label, features).Add(row, Session);
        }
    }

    /// <summary>Adds the rows of a store whose first label sets are these.</summary>
    public void Add(RowStore other)
    {
        if (other.All is { } all)
        {
            SumUp();
            All!.Add(all, Session);
            for (var set = 0; set < LabelSets.Length; set++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                foreach (var (label, sum) in other.LabelSets[set].Sums) LabelSets[set].SumOf(label, features).Add(sum, Session);
            }
        }

        for (var row = 0; row < other.Kept.Count; row++)
        {
            if (row % RowList.PageRows == 0) context.Cancellation.ThrowIfCancellationRequested();
            var place = row;
            Add(other.Kept.Row(row), set => other.LabelSets[set].OfKept[place]);
        }

        for (var set = 0; set < LabelSets.Length; set++)
        {
            foreach (var (label, rows) in other.LabelSets[set].Dropped) LabelSets[set].Drop(label, rows);
        }
    }

    /// <summary>Sums up the kept rows and keeps none from now on.</summary>
    public void SumUp()
    {
        if (All is not null) return;
        All = new RowSum(features);
        for (var row = 0; row < Kept.Count; row++)
        {
            if (row % RowList.PageRows == 0) context.Cancellation.ThrowIfCancellationRequested();
            var place = row;
            Add(Kept.Row(row), set => LabelSets[set].OfKept[place]);
        }

        Kept.Clear();
        foreach (var labelSet in LabelSets) labelSet.OfKept.Clear();
    }

    /// <summary>Gives the spectrum of all rows; there must be one.</summary>
    public RowSpectrum Spectrum() => All is { } all ? all.Spectrum(Session) : RowSpectrum.Of(Kept, Session);

    /// <summary>Gives the spectra of a label set; null without a labelled row. Cost: O(n_y d min(n_y, d)) and O(min(n_y, d)^3) per label of n_y rows.</summary>
    /// <param name="set">The place of the label set.</param>
    /// <param name="whole">The spectrum of all rows.</param>
    public LabelSpectra? SpectraOf(int set, RowSpectrum whole)
    {
        var labelSet = LabelSets[set];
        var spectra = new SortedDictionary<int, RowSpectrum>();
        foreach (var (label, rows) in All is null ? KeptOf(labelSet) : [])
        {
            context.Cancellation.ThrowIfCancellationRequested();
            spectra.Add(label, RowSpectrum.Of(Taken(rows), Session));
        }

        foreach (var (label, sum) in labelSet.Sums)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            spectra.Add(label, sum.Spectrum(Session));
        }

        if (spectra.Count == 0) return null;
        context.Cancellation.ThrowIfCancellationRequested();
        return new LabelSpectra(Labelled(labelSet, spectra, whole), spectra);
    }

    // Rows that all have a label, or one label, are a set whose spectrum is known already, to the bit.
    private RowSpectrum Labelled(LabelSetRows labelSet, SortedDictionary<int, RowSpectrum> spectra, RowSpectrum whole)
    {
        if (spectra.Count == 1) return spectra.Values.First();
        if (spectra.Values.Sum(spectrum => spectrum.Rows) == Rows) return whole;
        if (All is null) return RowSpectrum.Of(Taken(Enumerable.Range(0, Kept.Count).Where(row => labelSet.OfKept[row] != LabelSetRows.None)), Session);
        var labelled = new RowSum(features);
        foreach (var sum in labelSet.Sums.Values) labelled.Add(sum, Session);
        return labelled.Spectrum(Session);
    }

    private static SortedDictionary<int, List<int>> KeptOf(LabelSetRows labelSet)
    {
        var rows = new SortedDictionary<int, List<int>>();
        for (var row = 0; row < labelSet.OfKept.Count; row++)
        {
            var label = labelSet.OfKept[row];
            if (label == LabelSetRows.None) continue;
            if (!rows.TryGetValue(label, out var ofLabel)) rows.Add(label, ofLabel = []);
            ofLabel.Add(row);
        }

        return rows;
    }

    private RowList Taken(IEnumerable<int> rows)
    {
        var taken = new RowList(features);
        foreach (var row in rows) taken.Add(Kept.Row(row));
        return taken;
    }
}
