using Infoscope.Plugins.SoftEntropy.Anchors;
using Infoscope.Plugins.SoftEntropy.Reports;
using Infoscope.Plugins.SoftEntropy.Rows;
using Infoscope.Plugins.SoftEntropy.States;
using Infoscope.Plugins.SoftEntropy.Sums;
using Infoscope.Plugins.SoftEntropy.Temperatures;

namespace Infoscope.Plugins.SoftEntropy;

/// <summary>Sums soft assignments over rows; everything it reports is a function of the sums.</summary>
internal sealed class SoftEntropyEstimation : IMergeableEstimation
{
    // Assignments of 24 KiB: half of a first-level cache, or a little more.
    private const int AssignmentsAtOnce = 3 << 10, MostRowsAtOnce = 256;

    private readonly EstimationContext context;
    private readonly Temperature temperature;
    private readonly AnchorDraws anchors;
    private readonly AssignmentLayout layout;
    private readonly RowCentre? centre;
    private readonly SoftAssignment assignment;
    private readonly string identity;
    private readonly int rowsAtOnce;
    private long zeroRows;
    private long nonFiniteRows;
    private bool disposed;

    /// <summary>Makes an estimation that has seen no row.</summary>
    public SoftEntropyEstimation(EstimationContext context, FeatureSplit split, Temperature temperature, AnchorDraws anchors, RowCentre? centre)
    {
        this.context = context;
        this.temperature = temperature;
        this.anchors = anchors;
        this.centre = centre;
        layout = anchors.Layout;
        assignment = new SoftAssignment(context, split, anchors, temperature.Value, centre, withEntropies: context.LabelSets.Any(labelSet => !labelSet.IsNull));
        identity = StateIdentity.Of(context, temperature, anchors, centre);
        rowsAtOnce = Math.Clamp(AssignmentsAtOnce / layout.Length, 1, MostRowsAtOnce);
        AllRows = new AssignmentSums(layout);
        LabelSets = [.. context.LabelSets.Select(labelSet => new LabelSetSums(labelSet, layout))];
    }

    /// <summary>Gets the sums over every usable row.</summary>
    internal AssignmentSums AllRows { get; }

    /// <summary>Gets the sums of each label set.</summary>
    internal LabelSetSums[] LabelSets { get; }

    /// <inheritdoc/>
    public void Observe(in ActivationBlock block)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        for (var first = 0; first < block.Rows; first += assignment.ChunkRows)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(assignment.ChunkRows, block.Rows - first);
            assignment.Assign(block, first, rows);
            for (var row = 0; row < rows; row++)
            {
                if (assignment.Fates[row] != RowFate.Used) Drop(block, first + row, assignment.Fates[row]);
            }

            // All sums take up a few rows before the next few, whose assignments so stay in the first-level cache.
            for (var used = assignment.Used; used.Length > 0; used = used[Math.Min(rowsAtOnce, used.Length)..])
                Add(block, first, rows, used[..Math.Min(rowsAtOnce, used.Length)]);
        }
    }

    /// <inheritdoc/>
    public EstimateSet Complete()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (AllRows.Rows == 0)
            throw new NumericalFailureException($"{context.EstimatorId} has no row with a direction: of {zeroRows + nonFiniteRows} rows, {zeroRows} are zero{Where} and {nonFiniteRows} are not finite; check the activations.");
        List<Estimate> estimates = [OverallEntropy()];
        List<string> notes = [];
        if (zeroRows + nonFiniteRows > 0) notes.Add($"{CountOf(zeroRows, "zero", Where)} and {CountOf(nonFiniteRows, "non-finite", "")} were left out");
        foreach (var labelSet in LabelSets)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            LabelSetReport.Add(labelSet, layout, context.Items, estimates, notes);
        }

        var facts = new Dictionary<string, string> { ["temperature"] = temperature.ToString(), ["anchors"] = anchors.ToString() };
        if (centre is not null) facts["centre"] = centre.ToString();
        return new EstimateSet { Estimates = estimates, Facts = facts, Notes = notes };
    }

    /// <inheritdoc/>
    public void Merge(IEstimation other)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(other);
        if (other is not SoftEntropyEstimation same)
            throw new ArgumentException($"a {other.GetType().Name} cannot be merged into a soft-entropy estimation; merge one of the same estimator.", nameof(other));
        ObjectDisposedException.ThrowIf(same.disposed, same);
        if (same.identity != identity)
            throw new ArgumentException($"the two estimations differ: {identity}; {same.identity}; begin both alike.", nameof(other));
        if (same.LabelSets.Length < LabelSets.Length)
            throw new ArgumentException($"the other estimation has {same.LabelSets.Length} label sets; this one's {LabelSets.Length} must be the first of them.", nameof(other));
        for (var set = 0; set < LabelSets.Length; set++)
        {
            var (mine, theirs) = (StateIdentity.Of(LabelSets[set].Info), StateIdentity.Of(same.LabelSets[set].Info));
            if (mine != theirs) throw new ArgumentException($"label set {set} is {mine} here and {theirs} in the other estimation; begin both alike.", nameof(other));
        }

        zeroRows += same.zeroRows;
        nonFiniteRows += same.nonFiniteRows;
        AllRows.Add(same.AllRows);
        for (var set = 0; set < LabelSets.Length; set++) LabelSets[set].Add(same.LabelSets[set]);
    }

    /// <inheritdoc/>
    public void Save(Stream to)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        using var writer = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(StateIdentity.Header(identity, context.LabelSets));
        writer.Write(zeroRows);
        writer.Write(nonFiniteRows);
        AllRows.Save(writer);
        foreach (var labelSet in LabelSets) labelSet.Save(writer);
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
            zeroRows = StateFormat.ReadCount(reader);
            nonFiniteRows = StateFormat.ReadCount(reader);
            AllRows.Restore(reader);
            foreach (var labelSet in LabelSets) labelSet.Restore(reader);
        }
        catch (EndOfStreamException)
        {
            throw StateFormat.Refusal("it ends too early");
        }
    }

    /// <summary>Frees what the estimation holds on the device.</summary>
    public void Dispose()
    {
        disposed = true;
        assignment.Dispose();
    }

    // Where a row that counts as zero is zero.
    private string Where => (layout.Subspaces > 1, centre is not null) switch
    {
        (true, true) => " in a subspace after centring",
        (true, false) => " in a subspace",
        (false, true) => " after centring",
        _ => "",
    };

    private static string CountOf(long rows, string kind, string where) => rows == 1 ? $"1 {kind} row{where}" : $"{rows} {kind} rows{where}";

    private Estimate OverallEntropy()
    {
        var entropy = PartMean.Of(layout, part => Entropies.Entropy(AllRows.Mean(part)));
        var most = Information.OfUniform(layout.Anchors);
        return new()
        {
            Quantity = Quantities.Entropy,
            Value = Information.FromNats(entropy.Value),
            Ceiling = most,
            Floor = Information.Zero,
            Scale = most,
            Draws = entropy.Draws,
            DrawStandardDeviation = entropy.DrawStandardDeviation,
            RowsUsed = AllRows.Rows,
            RowsDropped = zeroRows + nonFiniteRows,
        };
    }

    private void Add(in ActivationBlock block, int first, int count, ReadOnlySpan<int> rows)
    {
        AllRows.Add(assignment, rows);
        for (var set = 0; set < LabelSets.Length; set++) LabelSets[set].Add(block.Labels(set).Slice(first, count), assignment, rows);
    }

    private void Drop(in ActivationBlock block, int row, RowFate fate)
    {
        if (fate == RowFate.Zero) zeroRows++;
        else nonFiniteRows++;
        for (var set = 0; set < LabelSets.Length; set++)
        {
            var label = block.Labels(set)[row];
            if (label >= 0) LabelSets[set].Drop(label);
        }
    }
}
