using System.Text;

namespace Infoscope.Fixtures.WrongEstimators.Cells;

/// <summary>Counts the cells of the rows, a cell being the signs of a row's features; each step can be made wrong by a derived class.</summary>
internal class CellEstimation(EstimationContext context) : IMergeableEstimation
{
    /// <summary>The most signs that a cell is made of.</summary>
    public const int MostSigns = 20;

    private readonly double[] row = new double[context.Shape.Features];

    /// <summary>Gets what the estimation was begun with.</summary>
    protected EstimationContext Context => context;

    /// <summary>Gets the counts over all usable rows, all with the label 0.</summary>
    internal CellTable AllRows { get; } = new();

    /// <summary>Gets the counts of each label set, over its labelled rows.</summary>
    internal CellTable[] LabelSets { get; } = [.. context.LabelSets.Select(_ => new CellTable())];

    /// <summary>Gets the number of signs that a cell is made of.</summary>
    protected virtual int Signs => Math.Min(context.Shape.Features, MostSigns);

    // What two states must share to be added up.
    private string Identity => $"{context.EstimatorId}, seed {context.Seed}, {context.Shape.Features} features, {context.Precision}, {Signs} signs";

    /// <inheritdoc/>
    public virtual void Observe(in ActivationBlock block)
    {
        CheckCancellation();
        for (var i = 0; i < block.Rows; i++)
        {
            CheckCancellation();
            var values = ValuesOf(block, i);
            if (IsUsable(values)) Count(block, i, CellOf(values));
            else Drop(block, i);
        }
    }

    /// <inheritdoc/>
    public virtual EstimateSet Complete()
    {
        CheckCancellation();
        if (AllRows.RowsUsed == 0) throw new NumericalFailureException($"{context.EstimatorId} has no row to count: none of {AllRows.RowsDropped} is finite; check the activations.");
        List<Estimate> estimates = [CellReport.Entropy("", AllRows, NumbersOf(AllRows))];
        List<string> notes = [];
        if (AllRows.RowsDropped > 0) notes.Add($"rows that are not finite were left out: {AllRows.RowsDropped}");
        for (var set = 0; set < LabelSets.Length; set++)
        {
            CheckCancellation();
            var (info, table) = (context.LabelSets[set], LabelSets[set]);
            if (table.RowsUsed > 0) estimates.AddRange(EstimatesOf(info, table));
            else if (!info.IsNull) notes.Add($"label set '{info.Name}' has no labelled row that can be used, so it has no estimates");
        }

        return new EstimateSet { Estimates = estimates, Notes = notes };
    }

    /// <inheritdoc/>
    public void Merge(IEstimation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.GetType() != GetType()) throw new ArgumentException($"a {other.GetType().Name} is no estimation of {context.EstimatorId}; merge one that is.", nameof(other));
        var same = (CellEstimation)other;
        if (same.Identity != Identity) throw new ArgumentException($"the other estimation is of {same.Identity}; this one of {Identity}; begin both alike.", nameof(other));
        string[] mine = [.. context.LabelSets.Select(NameOf)], theirs = [.. same.Context.LabelSets.Select(NameOf)];
        if (!theirs.AsSpan().StartsWith(mine))
            throw new ArgumentException($"the other estimation has the label sets {string.Join(", ", theirs)}; this one's must come first: {string.Join(", ", mine)}.", nameof(other));
        AddTables(same);
    }

    /// <inheritdoc/>
    public void Save(Stream to)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write(Header());
        AllRows.Save(writer);
        foreach (var table in LabelSets) table.Save(writer);
    }

    /// <summary>Takes up a saved state; this estimation must have seen no row.</summary>
    /// <exception cref="InvalidDataException">The stream holds no state, or that of another context.</exception>
    public void Restore(Stream from)
    {
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        var header = Header();
        if (!reader.ReadBytes(header.Length).AsSpan().SequenceEqual(header)) throw new InvalidDataException($"the stream holds no state of {Identity} with these label sets; restore one that was saved so.");
        try
        {
            AllRows.Restore(reader);
            foreach (var table in LabelSets) table.Restore(reader);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException($"the state of {Identity} is cut short; save it again.");
        }
    }

    /// <summary>Ends the estimation when it is no longer wanted.</summary>
    protected virtual void CheckCancellation() => context.Cancellation.ThrowIfCancellationRequested();

    /// <summary>Tells whether a row can be counted.</summary>
    protected virtual bool IsUsable(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
    }

    /// <summary>Gives the cell of a row: a bit for each feature, 1 where it is above 0.</summary>
    protected virtual int CellOf(ReadOnlySpan<double> values)
    {
        var cell = 0;
        foreach (var value in values[..Signs]) cell = (2 * cell) + (value > 0 ? 1 : 0);
        return cell;
    }

    /// <summary>Counts a row in a table; the place is where it stands in the whole data.</summary>
    protected virtual void Count(CellTable table, int label, int cell, long place) => table.Add(label, cell);

    /// <summary>Gives the numbers of a table.</summary>
    protected virtual CellNumbers NumbersOf(CellTable table) => CellNumbers.Of(table, Signs);

    /// <summary>Gives the estimates of a label set.</summary>
    protected virtual IEnumerable<Estimate> EstimatesOf(LabelSetInfo info, CellTable table) => CellReport.LabelSet(info, table, NumbersOf(table));

    /// <summary>Adds the counts of an estimation that was begun alike.</summary>
    protected virtual void AddTables(CellEstimation other)
    {
        AllRows.Add(other.AllRows);
        for (var set = 0; set < LabelSets.Length; set++) LabelSets[set].Add(other.LabelSets[set]);
    }

    private static string NameOf(LabelSetInfo info) => $"'{info.Name}' of {info.Count} labels{(info.IsNull ? $", null {info.NullIndex} of '{info.NullOf}'" : "")}";

    // Across files only the names of the labels tell that a number means the same label.
    private byte[] Header() =>
        Encoding.UTF8.GetBytes(string.Join('\n', [Identity, .. context.LabelSets.Select(info => $"{NameOf(info)}: {string.Join(", ", info.LabelNames)}"), ""]));

    private ReadOnlySpan<double> ValuesOf(in ActivationBlock block, int index)
    {
        if (context.Precision == Precision.Double) return block.DoubleRow(index);
        var single = block.SingleRow(index);
        for (var feature = 0; feature < row.Length; feature++) row[feature] = single[feature];
        return row;
    }

    private void Count(in ActivationBlock block, int index, int cell)
    {
        var place = block.RowIndices[index];
        Count(AllRows, 0, cell, place);
        for (var set = 0; set < LabelSets.Length; set++)
        {
            var label = block.Labels(set)[index];
            if (label >= 0) Count(LabelSets[set], label, cell, place);
        }
    }

    private void Drop(in ActivationBlock block, int index)
    {
        AllRows.Drop();
        for (var set = 0; set < LabelSets.Length; set++)
        {
            if (block.Labels(set)[index] >= 0) LabelSets[set].Drop();
        }
    }
}
