using System.Text;
using Infoscope.Plugins.Spectrum.Reports;
using Infoscope.Plugins.Spectrum.Rows;
using Infoscope.Plugins.Spectrum.Spectra;
using Infoscope.Plugins.Spectrum.States;

namespace Infoscope.Plugins.Spectrum.Sequences;

/// <summary>Takes the spectrum of one sequence after the other and adds up their numbers; what it reports are means over sequences.</summary>
internal sealed class SequenceSpectraEstimation : IMergeableEstimation
{
    private readonly EstimationContext context;
    private readonly SpectrumOptions options;
    private readonly string identity;
    private readonly RowTally tally = new();
    private readonly SequenceSums sums;
    private bool disposed;

    /// <summary>Makes an estimation that has seen no sequence.</summary>
    public SequenceSpectraEstimation(EstimationContext context, SpectrumOptions options)
    {
        this.context = context;
        this.options = options;
        identity = SpectrumState.IdentityOf(context, mean: null);
        sums = new SequenceSums(Measures.QuantitiesOf(options), IsotropicMeasures.QuantitiesOf(options, context.Shape.Features));
    }

    /// <inheritdoc/>
    public void Observe(in ActivationBlock block)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        if (block.Rows == 0) return;
        var preparation = new RowPreparation(block.Features, options.UnitRows, options.Centre ? RowCentre.Of(block) : null);
        var rows = new RowList(block.Features);
        var ofSequence = new RowTally();
        for (var row = 0; row < block.Rows; row++)
        {
            var fate = preparation.Prepare(block.DoubleRow(row));
            ofSequence.Count(fate, preparation.Magnitude);
            if (fate == RowFate.Used) rows.Add(preparation.Row);
        }

        tally.Add(ofSequence);
        // Rows as they are may all be zero.
        if (rows.Count == 0 || ofSequence.Magnitude == 0)
        {
            sums.LeaveOut();
            return;
        }

        preparation.CheckRange(ofSequence.Magnitude, context.EstimatorId);
        var spectrum = RowSpectrum.Of(rows, context.Compute);
        sums.Add(Measures.Of(spectrum, options), IsotropicMeasures.Of(rows.Count, block.Features, options), spectrum, options.Eps);
    }

    /// <inheritdoc/>
    public EstimateSet Complete()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        if (sums.Sequences == 0) throw RowReport.NoRows(context, options, tally);
        List<Estimate> estimates = [.. sums.Means().Select(measure => measure.ToEstimate(sums.Rows, tally.Dropped))];
        estimates.AddRange(sums.IsotropicMeans().Select(one => IsotropicMeasures.ToEstimate(one.Quantity, one.Measure, sums.Rows, tally.Dropped)));
        if (sums.RankDeficient > 0) RowReport.AddRankNote(estimates, $"over all singular values it is infinite in {sums.RankDeficient} of {sums.Sequences} sequences");
        List<string> notes = [$"means over {sums.Sequences} sequence{(sums.Sequences == 1 ? "" : "s")}, each with a spectrum of its own"];
        if (sums.LeftOut > 0) notes.Add($"{sums.LeftOut} sequence{(sums.LeftOut == 1 ? " has" : "s have")} no row that can be used and no spectrum");
        if (sums.Unresolved > 0) notes.Add($"in {sums.Unresolved} of {sums.Sequences} sequences {RowReport.Unresolved(context)}");
        notes.AddRange(RowReport.Notes(context, options, tally));
        return new EstimateSet { Estimates = estimates, Notes = notes };
    }

    /// <inheritdoc/>
    public void Merge(IEstimation other)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(other);
        if (other is not SequenceSpectraEstimation same)
            throw new ArgumentException($"a {other.GetType().Name} cannot be merged into a spectrum estimation of sequences; merge one of the same estimator and options.", nameof(other));
        ObjectDisposedException.ThrowIf(same.disposed, same);
        if (same.identity != identity) throw new ArgumentException($"the two estimations differ: {identity}; {same.identity}; begin both alike.", nameof(other));
        tally.Add(same.tally);
        sums.Add(same.sums);
    }

    /// <inheritdoc/>
    public void Save(Stream to)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        SpectrumState.WriteHeader(writer, identity, []);
        SpectrumState.Write(writer, tally);
        sums.Write(writer);
    }

    /// <summary>Takes up a saved state; this estimation must have seen no sequence.</summary>
    /// <exception cref="InvalidDataException">The stream holds no state, or one of another context.</exception>
    internal void Restore(Stream from)
    {
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        try
        {
            SpectrumState.ReadHeader(reader, identity, []);
            SpectrumState.Read(reader, tally);
            sums.Read(reader);
        }
        catch (EndOfStreamException)
        {
            throw SpectrumState.Refusal("it ends too early");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => disposed = true;
}
