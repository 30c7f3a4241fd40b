using System.Globalization;
using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.Grids;
using Infoscope.Plugins.Binning.Reports;
using Infoscope.Plugins.Binning.States;
using Infoscope.Plugins.Binning.Symbols;

namespace Infoscope.Plugins.Binning;

/// <summary>Counts symbols over rows; everything it reports is a function of the counts.</summary>
internal sealed class BinningEstimation : IMergeableEstimation
{
    private const int RowsBetweenLooks = 1024;

    private readonly EstimationContext context;
    private readonly BinningOptions options;
    private readonly Grid? grid;
    private readonly CellCounts counts;
    private readonly DroppedRows[] dropped;
    private readonly CountedEntropy entropies;
    private readonly Scale scale;
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
        entropies = new CountedEntropy(options.Correction, counts);
        scale = new Scale(options.Mode, grid, entropies.IsPlugIn, counts.LogAlphabet(0));
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
        CheckAlphabet();
        List<Estimate> estimates = [.. Overall()];
        var notes = Notes();
        for (var set = 0; set < dropped.Length; set++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Add(set, estimates, notes);
        }

        return new EstimateSet { Estimates = estimates, Facts = Facts(), Notes = notes };
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

        nonFiniteRows += same.nonFiniteRows;
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
            foreach (var one in dropped) one.Restore(reader);
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

    private bool Read(in ActivationBlock block, int place)
    {
        if (context.Precision == Precision.Double)
        {
            block.DoubleRow(place).CopyTo(row);
        }
        else
        {
            var single = block.SingleRow(place);
            for (var i = 0; i < row.Length; i++) row[i] = single[i];
        }

        foreach (var value in row)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
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

    private void CheckAlphabet()
    {
        if (options.Alphabet is { } alphabet && counts is SymbolCounts symbols && symbols.Different > alphabet)
            throw new NumericalFailureException($"{context.Options.Owner}.alphabet is {alphabet:R}, but {symbols.Different} different rows occurred; give at least as many.");
    }

    private IEnumerable<Estimate> Overall()
    {
        var alone = 0L;
        var nats = entropies.Mean(table =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var symbols = counts.Symbols(table);
            alone += SaturationNotes.AloneIn(symbols);
            return entropies.Nats(symbols, table);
        });
        var ceiling = entropies.Mean(table => entropies.CeilingNats(counts.Rows, table));
        var entropy = new Estimate
        {
            Quantity = Quantities.Entropy,
            Value = Information.FromNats(nats),
            Ceiling = entropies.IsPlugIn ? Information.FromNats(ceiling) : null,
            Floor = entropies.IsPlugIn ? Information.Zero : null,
            Scale = scale.Of(ceiling),
            RowsUsed = counts.Rows,
            RowsDropped = nonFiniteRows,
            Notes = SaturationNotes.Of(alone, counts.Rows, counts.Tables, entropies.IsPlugIn),
        };
        yield return entropy;
        if (options.Mode == BinningMode.Exact) yield return entropy with { Quantity = Quantities.DiscreteEntropy };
    }

    private void Add(int set, List<Estimate> estimates, List<string> notes)
    {
        var info = context.LabelSets[set];
        var numbers = new LabelSetNumbers(counts, set, entropies, context.Cancellation);
        if (numbers.Labels.Length == 0)
        {
            if (!info.IsNull) notes.Add($"label set '{info.Name}' has no labelled row that can be used, so it has no estimates");
            return;
        }

        if (numbers.Labels.Length == 1 && !info.IsNull && entropies.IsPlugIn)
            notes.Add($"label set '{info.Name}' has usable rows of one label alone, so it has no disentanglement");
        var report = new LabelSetReport(info, numbers, dropped[set], scale, entropies, counts.Tables);
        estimates.AddRange(report.Whole());
        if (context.Items && !info.IsNull) estimates.AddRange(report.Items());
    }

    private List<string> Notes()
    {
        List<string> notes = [];
        if (nonFiniteRows > 0) notes.Add($"{nonFiniteRows} non-finite {(nonFiniteRows == 1 ? "row was" : "rows were")} left out");
        if (counts.OutsideValues > 0)
            notes.Add($"{counts.OutsideValues} of {counts.Rows * row.Length} values lie outside {options.Range} and were put into the bins at its ends");
        if (grid?.Note is { } note) notes.Add(note);
        return notes;
    }

    private Dictionary<string, string> Facts()
    {
        var facts = new Dictionary<string, string>();
        if (grid is not null) facts["grid"] = grid.ToString();
        if (counts is SymbolCounts symbols)
            facts["symbols"] = string.Create(CultureInfo.InvariantCulture, $"{symbols.Different}, {SaturationNotes.AloneIn(counts.Symbols(0))} of them by one row alone");
        return facts;
    }
}
