using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Rows;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Labels;

/// <summary>Rows with their labels, kept while they are few beside the sums Z'Z of all rows and of each label, and summed from then on.</summary>
/// <remarks>
/// Rows are kept once, whatever the number of label sets; a sum is made for a label when its first row comes. Kept rows become the sums that they would have been, so no bit of a
/// spectrum depends on which it was, and thereby on other label sets.
/// That holds on the processor; on another device the rounding may depend on when rows were summed.
/// </remarks>
internal sealed class RowStore
{
    private const int FewestKept = RowList.PageRows;

    // Of many label sets sums are large, and rows that are kept instead would be as large before they are summed.
    private const long MostBytesKept = 256L * 1024 * 1024;

    private readonly EstimationContext context;
    private readonly int features;
    private readonly Stack<double[]> spare = [];

    /// <summary>Makes a store without rows.</summary>
    public RowStore(EstimationContext context)
    {
        this.context = context;
        features = context.Shape.Features;
        // With this many rows all sums have their matrix if labels are equally frequent; at half as many, rows take as many bytes as those matrices, of which triangles are kept.
        var filled = (long)features * (1 + context.LabelSets.Sum(labelSet => (long)labelSet.Count));
        MostKept = (int)Math.Clamp(Math.Min(filled, Math.Max(MostBytesKept / (sizeof(double) * features), filled / 2)), FewestKept, int.MaxValue);
        Kept = new RowLog(features, spare);
        LabelSets = [.. context.LabelSets.Select(info => new LabelSetRows(info, spare))];
    }

    /// <summary>Gets the most rows that are kept.</summary>
    public int MostKept { get; }

    /// <summary>Gets the kept rows.</summary>
    public RowLog Kept { get; }

    /// <summary>Gets all rows as a sum; null while they are kept.</summary>
    public RowSum? All { get; private set; }

    /// <summary>Gets the label sets.</summary>
    public LabelSetRows[] LabelSets { get; }

    /// <summary>Gets the number of rows.</summary>
    public long Rows => All?.Rows ?? Kept.Count;

    private ComputeSession Session => context.Compute;

    private CancellationToken Cancellation => context.Cancellation;

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row, as its spectrum is taken.</param>
    /// <param name="labels">The labels of some rows, set by set, as <see cref="ActivationBlock.AllLabels"/> has them.</param>
    /// <param name="place">The place of the row among them.</param>
    /// <param name="rows">The number of those rows.</param>
    public void Add(ReadOnlySpan<double> row, ReadOnlySpan<int> labels, int place, int rows)
    {
        if (All is null && Kept.Count == MostKept) SumUp();
        if (All is null)
        {
            Kept.Add(row);
            for (var set = 0; set < LabelSets.Length; set++) LabelSets[set].OfKept.Add(labels[(set * rows) + place]);
            return;
        }

        All.Add(row, Session);
        for (var set = 0; set < LabelSets.Length; set++)
        {
            if (labels[(set * rows) + place] is not LabelSetRows.None and var label) LabelSets[set].SumOf(label, features).Add(row, Session);
        }
    }

    /// <summary>Adds the rows of a store whose first label sets are these.</summary>
    public void Add(RowStore other)
    {
        if (All is null && other.All is null && other.Kept.Count <= MostKept - Kept.Count)
        {
            Kept.Merge(other.Kept);
            for (var set = 0; set < LabelSets.Length; set++) LabelSets[set].OfKept.AddRange(other.LabelSets[set].OfKept);
        }
        else
        {
            SumUp();
            All!.Add(other.Sum(Session, Cancellation), Session);
            for (var set = 0; set < LabelSets.Length; set++)
            {
                foreach (var (label, sum) in other.SumsOf(set, Session, Cancellation)) LabelSets[set].SumOf(label, features).Add(sum, Session);
            }
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
        for (var set = 0; set < LabelSets.Length; set++)
        {
            foreach (var (label, sum) in SumsOf(set, Session, Cancellation)) LabelSets[set].Sums.Add(label, sum);
        }

        All = Sum(Session, Cancellation);
        Kept.Clear(most: 1 + LabelSets.Sum(labelSet => labelSet.Sums.Count));
        foreach (var labelSet in LabelSets) labelSet.OfKept.Clear();
    }

    /// <summary>Gives the spectrum of all rows; there must be one.</summary>
    public RowSpectrum Spectrum() => Sum(Session, Cancellation).Spectrum(Session);

    /// <summary>Gives the spectra of a label set; null without a labelled row. Cost: O(n_y d min(n_y, d)) and O(min(n_y, d)^3) per label of n_y rows.</summary>
    /// <param name="set">The place of the label set.</param>
    /// <param name="whole">The spectrum of all rows.</param>
    public LabelSpectra? SpectraOf(int set, RowSpectrum whole)
    {
        var spectra = new SortedDictionary<int, RowSpectrum>();
        // Rows that all have a label, or one label, are a set whose spectrum is known already, to the bit.
        var allLabelled = LabelSets[set].Rows == Rows;
        var labelled = new RowSum(features);
        foreach (var (label, sum) in SumsOf(set, Session, Cancellation))
        {
            spectra.Add(label, sum.Spectrum(Session));
            // Label after label: sums no longer know the order of rows of different labels.
            if (!allLabelled) labelled.Add(sum, Session);
        }

        if (spectra.Count == 0) return null;
        Cancellation.ThrowIfCancellationRequested();
        return new LabelSpectra(spectra.Count == 1 ? spectra.Values.First() : allLabelled ? whole : labelled.Spectrum(Session), spectra);
    }

    private RowSum Sum(ComputeSession session, CancellationToken cancellation) => All ?? Kept.Sum([.. Enumerable.Range(0, Kept.Count)], session, cancellation);

    // Of kept rows one after the other, so that one is held at a time.
    private IEnumerable<(int Label, RowSum Sum)> SumsOf(int set, ComputeSession session, CancellationToken cancellation)
    {
        var labelSet = LabelSets[set];
        var sums = All is null
            ? labelSet.PlacesOfKept().Select(label => (label.Key, Kept.Sum(label.Value, session, cancellation)))
            : labelSet.Sums.Select(label => (label.Key, label.Value));
        foreach (var sum in sums)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return sum;
        }
    }
}
