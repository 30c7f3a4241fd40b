using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.Grids;
using Infoscope.Plugins.Binning.Reports;
using Infoscope.Plugins.Binning.Rows;
using Infoscope.Plugins.Binning.States;
using Infoscope.Plugins.Binning.Symbols;

namespace Infoscope.Plugins.Binning;

/// <summary>Counts symbols over rows; everything it reports is a function of the counts.</summary>
internal sealed class BinningEstimation : IMergeableEstimation
{
    private const int RowsBetweenLooks = 1024;

    // The logarithm of the cells is a sum over features.
    private const double RoundingNats = 1e-9;

    private readonly EstimationContext context;
    private readonly BinningOptions options;
    private readonly Grid? grid;
    private readonly CellCounts counts;
    private readonly DroppedRows[] dropped;
    private readonly string identity;
    private readonly double[] row;
    private long nonFiniteRows;
    private bool disposed;

    /// <summary>Makes an estimation that has seen no row.</summary>
    public BinningEstimation(EstimationContext context, BinningOptions options, Grid? grid, CellCounts counts)
    {
        this.context = context;
        this.options = options;
        this.grid = grid;
        this.counts = counts;
        dropped = [.. context.LabelSets.Select(labelSet => new DroppedRows(labelSet))];
        identity = StateIdentity.Of(context, options, grid);
        row = new double[context.Shape.Features];
    }

    /// <inheritdoc/>
    public void Observe(in ActivationBlock block)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        for (var place = 0; place < block.Rows; place++)
        {
            if (place % RowsBetweenLooks == 0) context.Cancellation.ThrowIfCancellationRequested();
            if (Read(block, place)) counts.Add(row, block, place);
            else Drop(block, place);
        }
    }

    /// <inheritdoc/>
    public EstimateSet Complete()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (counts.Rows == 0)
            throw new NumericalFailureException($"{context.EstimatorId} has no row to count: {nonFiniteRows} of {nonFiniteRows} rows are not finite; check the activations.");
        return new BinningReport(context, options, grid, counts, dropped).Of(nonFiniteRows);
    }

    /// <inheritdoc/>
    public void Merge(IEstimation other)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(other);
        if (other is not BinningEstimation same)
            throw new ArgumentException($"a {other.GetType().Name} cannot be merged into a binning estimation; merge one of the same estimator.", nameof(other));
        ObjectDisposedException.ThrowIf(same.disposed, same);
        if (same.identity != identity)
            throw new ArgumentException($"the two estimations differ: {identity}; {same.identity}; begin both alike.", nameof(other));
        if (same.dropped.Length < dropped.Length)
            throw new ArgumentException($"the other estimation has {same.dropped.Length} label sets; this one's {dropped.Length} must be the first of them.", nameof(other));
        for (var set = 0; set < dropped.Length; set++)
        {
            var (mine, theirs) = (StateIdentity.Of(context.LabelSets[set]), StateIdentity.Of(same.context.LabelSets[set]));
            if (mine != theirs) throw new ArgumentException($"label set {set} is {mine} here and {theirs} in the other estimation; begin both alike.", nameof(other));
        }

        nonFiniteRows = checked(nonFiniteRows + same.nonFiniteRows);
        counts.Merge(same.counts);
        for (var set = 0; set < dropped.Length; set++) dropped[set].Add(same.dropped[set]);
    }

    /// <inheritdoc/>
    public void Save(Stream to)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        using var writer = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(StateIdentity.Header(identity, context.LabelSets));
        writer.Write(nonFiniteRows);
        counts.Save(writer);
        foreach (var one in dropped) one.Save(writer);
    }

    /// <summary>Takes up a saved state; this estimation must have seen no row.</summary>
    /// <exception cref="InvalidDataException">The stream holds no state, or one of another context.</exception>
    internal void Restore(Stream from)
    {
        using var reader = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
        var header = StateIdentity.Header(identity, context.LabelSets);
        if (!reader.ReadBytes(header.Length).AsSpan().SequenceEqual(header)) throw StateFormat.Refusal("it begins otherwise");
        try
        {
            nonFiniteRows = StateFormat.ReadCount(reader);
            counts.Restore(reader);
            CheckCounts();
            foreach (var one in dropped) one.Restore(reader, nonFiniteRows);
        }
        catch (EndOfStreamException)
        {
            throw StateFormat.Refusal("it ends too early");
        }
        catch (OverflowException)
        {
            throw StateFormat.Refusal("its counts are too large to add up");
        }
    }

    /// <summary>Ends the estimation; it holds nothing but memory.</summary>
    public void Dispose() => disposed = true;

    // What no table of counts can tell by itself.
    private void CheckCounts()
    {
        var values = grid is null ? 0 : (Int128)counts.Rows * row.Length;
        if (counts.OutsideValues > values) throw StateFormat.Refusal($"{counts.OutsideValues} of {values} values lie outside the grid");
        if (options.Mode == BinningMode.Joint && counts is SymbolCounts symbols && Math.Log(symbols.Different) > counts.LogAlphabet(0) + RoundingNats)
            throw StateFormat.Refusal($"it has {symbols.Different} symbols, more than the grid has cells");
    }

    private bool Read(in ActivationBlock block, int place)
    {
        if (context.Precision == Precision.Double)
        {
            block.DoubleRow(place).CopyTo(row);
        }
        else
        {
            FiniteRow.Widen(block.SingleRow(place), row);
        }

        return FiniteRow.Is(row);
    }

    private void Drop(in ActivationBlock block, int place)
    {
        nonFiniteRows++;
        for (var set = 0; set < dropped.Length; set++)
        {
            var label = block.Labels(set)[place];
            if (label >= 0) dropped[set].Add(label);
        }
    }
}
