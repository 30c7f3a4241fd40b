using System.Text;
using Infoscope.Plugins.Spectrum.Labels;
using Infoscope.Plugins.Spectrum.Reports;
using Infoscope.Plugins.Spectrum.Rows;
using Infoscope.Plugins.Spectrum.States;

namespace Infoscope.Plugins.Spectrum;

/// <summary>Keeps rows or their sums; what it reports are functions of the spectra of all rows and of those of each label.</summary>
internal sealed class SpectrumEstimation : IMergeableEstimation
{
    private readonly EstimationContext context;
    private readonly SpectrumOptions options;
    private readonly RowPreparation preparation;
    private readonly string identity;
    private readonly RowTally tally = new();
    private bool disposed;

    /// <summary>Makes an estimation that has seen no row.</summary>
    public SpectrumEstimation(EstimationContext context, SpectrumOptions options, RowPreparation preparation)
    {
        this.context = context;
        this.options = options;
        this.preparation = preparation;
        identity = SpectrumState.IdentityOf(context, preparation.Centre);
        Store = new RowStore(context);
    }

    /// <summary>Gets the rows.</summary>
    internal RowStore Store { get; private set; }

    /// <inheritdoc/>
    public void Observe(in ActivationBlock block)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        for (var row = 0; row < block.Rows; row++)
        {
            if (row % RowList.PageRows == 0) context.Cancellation.ThrowIfCancellationRequested();
            var fate = preparation.Prepare(block.DoubleRow(row));
            tally.Count(fate, preparation.Magnitude);
            if (fate == RowFate.Used) Store.Add(preparation.Row, block.AllLabels, row, block.Rows);
            else Drop(in block, row);
        }
    }

    /// <inheritdoc/>
    public EstimateSet Complete()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        var rows = Store.Rows;
        if (rows == 0) throw RowReport.NoRows(context, options, tally);
        preparation.CheckRange(tally.Magnitude, context.EstimatorId);
        var whole = Store.Spectrum();
        var resolves = whole.ResolvesRate(options.Eps);
        List<Estimate> estimates = [.. Measures.Of(whole, options).Where(measure => resolves || !measure.IsOfRate).Select(measure => measure.ToEstimate(rows, tally.Dropped))];
        if (resolves) estimates.AddRange(IsotropicMeasures.QuantitiesOf(options, whole.Features).Zip(IsotropicMeasures.Of(rows, whole.Features, options), (quantity, measure) => IsotropicMeasures.ToEstimate(quantity, measure, rows, tally.Dropped)));
        if (whole.Rank < whole.LargestRank) RowReport.AddRankNote(estimates, $"over all {whole.LargestRank} singular values it is infinite: {whole.Rank} are above rounding");
        List<string> notes = [.. RowReport.Notes(context, options, tally)];
        if (!resolves) notes.Add(RowReport.Unresolved(context));
        for (var set = 0; set < Store.LabelSets.Length; set++)
        {
            var labelSet = Store.LabelSets[set];
            if (Store.SpectraOf(set, whole) is { } spectra)
            {
                var report = new LabelSetReport(labelSet, spectra, options.Eps);
                estimates.AddRange(report.Whole());
                if (resolves && !labelSet.Info.IsNull && !spectra.ResolveRates(options.Eps)) notes.Add($"label set '{labelSet.Info.Name}' has no coding-rate-reduction: {RowReport.Unresolved(context)}");
                if (context.Items && !labelSet.Info.IsNull) estimates.AddRange(report.Items());
            }
            else if (!labelSet.Info.IsNull)
            {
                notes.Add($"label set '{labelSet.Info.Name}' has no labelled row that can be used, so it has no estimates");
            }
        }

        Dictionary<string, string> facts = preparation.Centre is { } centre ? new() { ["centre"] = centre.ToString() } : [];
        return new EstimateSet { Estimates = estimates, Facts = facts, Notes = notes };
    }

    /// <inheritdoc/>
    public void Merge(IEstimation other)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(other);
        if (other is not SpectrumEstimation same)
            throw new ArgumentException($"a {other.GetType().Name} cannot be merged into a pooled spectrum estimation; merge one of the same estimator and options.", nameof(other));
        ObjectDisposedException.ThrowIf(same.disposed, same);
        if (same.identity != identity) throw new ArgumentException($"the two estimations differ: {identity}; {same.identity}; begin both alike.", nameof(other));
        if (same.Store.LabelSets.Length < Store.LabelSets.Length)
            throw new ArgumentException($"the other estimation has {same.Store.LabelSets.Length} label sets; this one's {Store.LabelSets.Length} must be the first of them.", nameof(other));
        for (var set = 0; set < Store.LabelSets.Length; set++)
        {
            var (mine, theirs) = (SpectrumState.IdentityOf(Store.LabelSets[set].Info), SpectrumState.IdentityOf(same.Store.LabelSets[set].Info));
            if (mine != theirs) throw new ArgumentException($"label set {set} is {mine} here and {theirs} in the other estimation; begin both alike.", nameof(other));
        }

        tally.Add(same.tally);
        Store.Add(same.Store);
    }

    /// <inheritdoc/>
    public void Save(Stream to)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        SpectrumState.WriteHeader(writer, identity, context.LabelSets);
        SpectrumState.Write(writer, tally);
        RowStoreState.Write(writer, Store);
    }

    /// <summary>Takes up a saved state; this estimation must have seen no row.</summary>
    /// <exception cref="InvalidDataException">The stream holds no state, or one of another context.</exception>
    internal void Restore(Stream from)
    {
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        try
        {
            SpectrumState.ReadHeader(reader, identity, context.LabelSets);
            SpectrumState.Read(reader, tally);
            new RowStoreState(context.Shape.Features, preparation.UnitRows).Read(reader, Store);
        }
        catch (EndOfStreamException)
        {
            throw SpectrumState.Refusal("it ends too early");
        }
    }

    /// <summary>Forgets the rows.</summary>
    public void Dispose()
    {
        if (!disposed) Store = new RowStore(context);
        disposed = true;
    }

    private void Drop(in ActivationBlock block, int row)
    {
        for (var set = 0; set < Store.LabelSets.Length; set++) Store.LabelSets[set].Drop(block.Labels(set)[row], 1);
    }
}
