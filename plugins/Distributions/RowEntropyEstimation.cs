using Infoscope.Plugins.Distributions.Reports;
using Infoscope.Plugins.Distributions.Rows;
using Infoscope.Plugins.Distributions.States;
using Infoscope.Plugins.Distributions.Sums;

namespace Infoscope.Plugins.Distributions;

/// <summary>Sums up the entropies of distributions, of all heads apart; rows of activations are those of one head.</summary>
internal sealed class RowEntropyEstimation : IMergeableEstimation
{
    private const int RowsBetweenLooks = 64;

    private readonly EstimationContext context;
    private readonly RowEntropyOptions options;
    private readonly DistributionReader reader;
    private readonly string identity;
    private readonly LabelSums?[] labelSets;
    private EntropySums[] heads = [];
    private long rows;
    private Tally tally;
    private bool disposed;

    /// <summary>Makes an estimation that has seen no row.</summary>
    public RowEntropyEstimation(EstimationContext context, RowEntropyOptions options)
    {
        this.context = context;
        this.options = options;
        reader = new DistributionReader(options.Source, context.Shape.Features, new Distribution(options.Tolerance, context.EstimatorId));
        identity = StateFormat.IdentityOf(context, options);
        // Permuting labels moves no row, so a null has nothing to say.
        labelSets = [.. context.LabelSets.Select(labelSet => labelSet.IsNull ? null : new LabelSums(labelSet))];
        // How many heads there are is known when attention comes.
        if (options.Source == DistributionSource.Rows) Make(1, context.Shape.Features);
    }

    /// <inheritdoc/>
    public void Observe(in ActivationBlock block)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (options.Source == DistributionSource.Attention && !Begins(block)) return;
        var causal = options.Source == DistributionSource.Attention && CausalMask.Holds(block.Attention, heads.Length, Columns, block.Positions);
        if (options.Source == DistributionSource.Attention) tally += new Tally(0, 0, 1, causal ? 1 : 0);
        for (var place = 0; place < block.Rows; place++)
        {
            if (place % RowsBetweenLooks == 0) context.Cancellation.ThrowIfCancellationRequested();
            if (reader.TryRead(block, place))
            {
                Add(block, place, Math.Log(causal ? block.Positions[place] + 1 : Columns));
                continue;
            }

            tally += new Tally(1, 0, 0, 0);
            AddToLabels(block, place, LabelEntropy.OneDropped);
        }
    }

    /// <inheritdoc/>
    public EstimateSet Complete()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        var report = new RowEntropyReport(context, options, tally);
        if (rows == 0) throw new NumericalFailureException($"{context.EstimatorId} has no row to take the entropy of: {report.LeftOut()}; check the {(options.Source == DistributionSource.Rows ? "activations" : "attention")}.");
        return report.Of(heads, rows, labelSets.OfType<LabelSums>());
    }

    /// <inheritdoc/>
    public void Merge(IEstimation other)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(other);
        if (other is not RowEntropyEstimation same)
            throw new ArgumentException($"a {other.GetType().Name} cannot be merged into a row-entropy estimation; merge one of the same estimator.", nameof(other));
        ObjectDisposedException.ThrowIf(same.disposed, same);
        if (same.identity != identity) throw new ArgumentException($"the two estimations differ: {identity}; {same.identity}; begin both alike.", nameof(other));
        if (same.labelSets.Length < labelSets.Length)
            throw new ArgumentException($"the other estimation has {same.labelSets.Length} label sets; this one's {labelSets.Length} must be the first of them.", nameof(other));
        for (var set = 0; set < labelSets.Length; set++)
        {
            var (mine, theirs) = (StateFormat.IdentityOf(context.LabelSets[set]), StateFormat.IdentityOf(same.context.LabelSets[set]));
            if (mine != theirs) throw new ArgumentException($"label set {set} is {mine} here and {theirs} in the other estimation; begin both alike.", nameof(other));
        }

        if (same.heads.Length > 0)
        {
            if (heads.Length == 0) Make(same.heads.Length, same.Columns);
            if ((heads.Length, Columns) != (same.heads.Length, same.Columns))
                throw new ArgumentException($"this estimation has attention of {heads.Length} heads over {Columns} positions, and the other of {same.heads.Length} over {same.Columns}; merge those of one model.", nameof(other));
            for (var head = 0; head < heads.Length; head++) heads[head].Add(same.heads[head]);
        }

        rows = checked(rows + same.rows);
        tally += same.tally;
        for (var set = 0; set < labelSets.Length; set++) labelSets[set]?.Add(same.labelSets[set]!);
    }

    /// <inheritdoc/>
    public void Save(Stream to)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(to);
        using var writer = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(StateFormat.Header(identity, context.LabelSets));
        tally.Save(writer);
        writer.Write(rows);
        writer.Write(heads.Length);
        writer.Write(heads.Length == 0 ? 0 : Columns);
        foreach (var head in heads) head.Save(writer);
        foreach (var labelSet in labelSets) labelSet?.Save(writer);
    }

    /// <summary>Takes up a saved state; this estimation must have seen no row.</summary>
    /// <exception cref="InvalidDataException">The stream holds no state, or one of another context.</exception>
    internal void Restore(Stream from)
    {
        using var saved = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
        var header = StateFormat.Header(identity, context.LabelSets);
        if (!saved.ReadBytes(header.Length).AsSpan().SequenceEqual(header)) throw StateFormat.Refusal("it begins otherwise");
        try
        {
            tally = Tally.Read(saved);
            rows = StateFormat.ReadCount(saved);
            RestoreHeads(saved);
            foreach (var labelSet in labelSets) labelSet?.Restore(saved, rows, tally.Dropped, heads.Length == 0 ? 0 : Columns);
        }
        catch (EndOfStreamException)
        {
            throw StateFormat.Refusal("it ends too early");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        disposed = true;
        heads = [];
    }

    private int Columns => heads[0].Columns;

    private void Make(int count, int columns) => Make([.. Enumerable.Range(0, count).Select(_ => new EntropySums(columns))]);

    private void Make(EntropySums[] sums)
    {
        heads = sums;
        reader.MakeRoom(heads.Length, Columns);
    }

    private void RestoreHeads(BinaryReader saved)
    {
        var (count, columns) = (StateFormat.ReadCount(saved, int.MaxValue), StateFormat.ReadCount(saved, int.MaxValue));
        var fits = options.Source == DistributionSource.Rows ? count == 1 && columns == Columns : (count > 0) == (columns > 0);
        if (!fits) throw StateFormat.Refusal($"it is of {count} heads over {columns} columns");
        // A count may be wrong: room is made as heads come.
        var restored = new List<EntropySums>();
        while (restored.Count < count) restored.Add(EntropySums.Read(saved, columns, rows));
        if (count > 0) Make([.. restored]);
        else if (rows > 0) throw StateFormat.Refusal($"it has {rows} rows and no heads");
    }

    // Makes room for the attention of a sequence; one without has its rows counted.
    private bool Begins(in ActivationBlock block)
    {
        if (block.Rows == 0) return false;
        if (block.AttentionHeads == 0)
        {
            tally += new Tally(0, block.Rows, 0, 0);
            for (var row = 0; row < block.Rows; row++) AddToLabels(block, row, LabelEntropy.OneDropped);
            return false;
        }

        if (block.Positions[^1] >= block.AttentionLength)
            throw new ActivationShapeException($"the attention of sequence {block.SequenceIds[0]} has {block.AttentionLength} positions, and its tokens go up to position {block.Positions[^1]}; give the attention of these tokens.");
        if (heads.Length == 0) Make(block.AttentionHeads, block.AttentionLength);
        if ((heads.Length, Columns) != (block.AttentionHeads, block.AttentionLength))
            throw new ActivationShapeException($"the attention of sequence {block.SequenceIds[0]} has {block.AttentionHeads} heads over {block.AttentionLength} positions, and that before it {heads.Length} over {Columns}; give attention of one shape.");
        return true;
    }

    private void Add(in ActivationBlock block, int place, double logSupport)
    {
        rows++;
        double sum = 0;
        for (var head = 0; head < heads.Length; head++)
        {
            heads[head].Add(reader.SharesOf(head), reader.EntropiesNats[head], logSupport);
            sum += reader.EntropiesNats[head];
        }

        AddToLabels(block, place, new LabelEntropy(1, 0, sum / heads.Length, logSupport));
    }

    private void AddToLabels(in ActivationBlock block, int place, in LabelEntropy one)
    {
        for (var set = 0; set < labelSets.Length; set++)
        {
            if (labelSets[set] is { } sums && block.Labels(set)[place] is >= 0 and var label) sums.Add(label, one);
        }
    }
}
