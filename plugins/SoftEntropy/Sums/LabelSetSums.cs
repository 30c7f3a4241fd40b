using Infoscope.Plugins.SoftEntropy.States;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>The sums of one label set over its labelled rows; a label takes memory when its first row comes.</summary>
internal sealed class LabelSetSums
{
    private readonly Dictionary<int, AssignmentSums> labels = [];
    private readonly Dictionary<int, long> dropped = [];
    private readonly AssignmentLayout layout;

    /// <summary>Makes the sums of no row.</summary>
    public LabelSetSums(LabelSetInfo info, AssignmentLayout layout)
    {
        Info = info;
        this.layout = layout;
        // A null is asked for its information alone, and there may be many.
        if (!info.IsNull) Spread = new RowSpread(layout);
    }

    /// <summary>Gets the label set.</summary>
    public LabelSetInfo Info { get; }

    /// <summary>Gets the spread of the labelled rows; null for a null label set.</summary>
    public RowSpread? Spread { get; }

    /// <summary>Gets the number of labelled rows that could be used.</summary>
    public long Rows => labels.Values.Sum(label => label.Rows);

    /// <summary>Gets the number of labelled rows that could not be used.</summary>
    public long DroppedRows => dropped.Values.Sum();

    /// <summary>Gets the number of labels that have a usable row.</summary>
    public int ObservedLabels => labels.Count;

    /// <summary>Gives the labels that have a usable row in increasing order, so that sums over them do not depend on the order of the rows.</summary>
    public KeyValuePair<int, AssignmentSums>[] InOrder() => [.. labels.OrderBy(label => label.Key)];

    /// <summary>Gives the number of rows of a label that could not be used.</summary>
    public long DroppedRowsOf(int label) => dropped.GetValueOrDefault(label);

    /// <summary>Adds a row with a label.</summary>
    public void Add(int label, ReadOnlySpan<double> assignment, ReadOnlySpan<double> entropiesNats)
    {
        SumsOf(label).Add(assignment);
        Spread?.Add(assignment, entropiesNats);
    }

    /// <summary>Counts a labelled row that cannot be used.</summary>
    public void Drop(int label) => dropped[label] = dropped.GetValueOrDefault(label) + 1;

    /// <summary>Adds the sums of the same label set over other rows.</summary>
    public void Add(LabelSetSums other)
    {
        foreach (var (label, sums) in other.labels) SumsOf(label).Add(sums);
        foreach (var (label, rows) in other.dropped) dropped[label] = dropped.GetValueOrDefault(label) + rows;
        Spread?.Add(other.Spread!);
    }

    /// <summary>Writes the sums.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(labels.Count);
        foreach (var (label, sums) in InOrder())
        {
            to.Write(label);
            sums.Save(to);
        }

        to.Write(dropped.Count);
        foreach (var (label, rows) in dropped.OrderBy(entry => entry.Key))
        {
            to.Write(label);
            to.Write(rows);
        }

        Spread?.Save(to);
    }

    /// <summary>Reads the sums of a state that has none yet.</summary>
    public void Restore(BinaryReader from)
    {
        for (var left = StateFormat.ReadCount(from, Info.Count); left > 0; left--)
        {
            var sums = new AssignmentSums(layout);
            if (!labels.TryAdd(ReadLabel(from), sums)) throw StateFormat.Refusal("a label comes twice");
            sums.Restore(from);
        }

        for (var left = StateFormat.ReadCount(from, Info.Count); left > 0; left--)
        {
            var label = ReadLabel(from);
            if (!dropped.TryAdd(label, StateFormat.ReadCount(from))) throw StateFormat.Refusal("a label comes twice");
        }

        Spread?.Restore(from);
    }

    private int ReadLabel(BinaryReader from) => StateFormat.ReadCount(from, Info.Count - 1);

    private AssignmentSums SumsOf(int label)
    {
        if (!labels.TryGetValue(label, out var sums)) labels.Add(label, sums = new AssignmentSums(layout));
        return sums;
    }
}
