using Infoscope.Plugins.SoftEntropy.Rows;
using Infoscope.Plugins.SoftEntropy.States;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>The sums of one label set over its labelled rows; a label takes memory when its first row comes.</summary>
internal sealed class LabelSetSums
{
    private readonly Dictionary<int, long> dropped = [];
    private readonly AssignmentLayout layout;

    /// <summary>Makes the sums of no row.</summary>
    public LabelSetSums(LabelSetInfo info, AssignmentLayout layout)
    {
        Info = info;
        this.layout = layout;
        Labels = new LabelSums(layout, info.Count);
        // A null is asked for its information alone, and there may be many.
        if (!info.IsNull) Spread = new RowSpread(layout);
    }

    /// <summary>Gets the label set.</summary>
    public LabelSetInfo Info { get; }

    /// <summary>Gets the sums of the labels that have a usable row.</summary>
    public LabelSums Labels { get; }

    /// <summary>Gets the spread of the labelled rows; null for a null label set.</summary>
    public RowSpread? Spread { get; }

    /// <summary>Gets the number of labelled rows that could not be used.</summary>
    public long DroppedRows => dropped.Values.Sum();

    /// <summary>Gives the number of rows of a label that could not be used.</summary>
    public long DroppedRowsOf(int label) => dropped.GetValueOrDefault(label);

    /// <summary>Adds those of some rows of the last chunk of an assignment that have a label.</summary>
    /// <param name="labels">The labels of all rows of the chunk.</param>
    /// <param name="assignment">The assignment.</param>
    /// <param name="rows">The rows that are added.</param>
    public void Add(ReadOnlySpan<int> labels, SoftAssignment assignment, ReadOnlySpan<int> rows)
    {
        Span<int> labelled = stackalloc int[rows.Length];
        var count = 0;
        foreach (var row in rows)
        {
            if (labels[row] < 0) continue;
            Labels.Add(labels[row], assignment, row);
            labelled[count++] = row;
        }

        Spread?.Add(assignment, labelled[..count]);
    }

    /// <summary>Counts a labelled row that cannot be used.</summary>
    public void Drop(int label) => dropped[label] = dropped.GetValueOrDefault(label) + 1;

    /// <summary>Adds the sums of the same label set over other rows.</summary>
    public void Add(LabelSetSums other)
    {
        Labels.Add(other.Labels);
        foreach (var (label, rows) in other.dropped) dropped[label] = dropped.GetValueOrDefault(label) + rows;
        Spread?.Add(other.Spread!);
    }

    /// <summary>Writes the sums.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(Labels.Count);
        foreach (var slot in Labels.SlotsInOrder())
        {
            to.Write(Labels.LabelOf(slot));
            to.Write(Labels.RowsOf(slot));
            StateFormat.WriteSums(to, Labels.Of(slot));
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
            var label = ReadLabel(from);
            var rows = StateFormat.ReadCount(from);
            if (!Labels.TryBegin(label, rows, out var sums)) throw StateFormat.Refusal("a label comes twice");
            StateFormat.ReadAssignments(from, sums, rows, layout);
        }

        for (var left = StateFormat.ReadCount(from, Info.Count); left > 0; left--)
        {
            var label = ReadLabel(from);
            if (!dropped.TryAdd(label, StateFormat.ReadCount(from))) throw StateFormat.Refusal("a label comes twice");
        }

        Spread?.Restore(from);
    }

    private int ReadLabel(BinaryReader from) => StateFormat.ReadCount(from, Info.Count - 1);
}
