namespace Infoscope.Engine.Inputs;

/// <summary>A label set laid over the rows of one activation set.</summary>
public sealed class RowLabels
{
    private readonly LabelSet labels;
    private readonly long rowsPerLabel;

    private RowLabels(string name, LabelSet labels, long rowsPerLabel)
    {
        Name = name;
        this.labels = labels;
        this.rowsPerLabel = rowsPerLabel;
    }

    /// <summary>Gets the name that the user gave the label set.</summary>
    public string Name { get; }

    /// <summary>Gets the number of different labels.</summary>
    public int Count => labels.Count;

    /// <summary>Gets the name of each label.</summary>
    public IReadOnlyList<string> LabelNames => labels.Names;

    /// <summary>Gets what a reader of a result should know of the labels.</summary>
    public IReadOnlyList<string> Notes => labels.Notes;

    /// <summary>Gets whether the labels were derived from sequences.</summary>
    public bool IsSequenceDerived => labels.IsSequenceDerived;

    /// <summary>Gets whether all rows of a sequence share one label.</summary>
    public bool IsPerSequence => rowsPerLabel > 1;

    /// <summary>Lays labels over rows: one per row, or one per sequence, which all rows of the sequence then share.</summary>
    /// <exception cref="ActivationShapeException">The labels fit neither.</exception>
    public static RowLabels Over(string name, LabelSet labels, string activations, IReadOnlyList<long> leadingAxes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(leadingAxes);
        if (!Fits(labels.Shape, leadingAxes))
        {
            throw new ActivationShapeException(
                $"label set {name} has shape {ArrayShape.Text(labels.Shape)}; {activations} has {ArrayShape.Text(leadingAxes)} before its features, so labels of shape {Needed(leadingAxes)} are needed{Remedy(labels.Shape, leadingAxes)}.");
        }

        var rows = leadingAxes.Aggregate(1L, (product, axis) => product * axis);
        if (rows > Array.MaxLength) throw new ActivationShapeException($"{activations} has {rows} rows; labels can be laid over at most {Array.MaxLength}, so compare it in parts.");
        return new RowLabels(name, labels, labels.Ids.Length == rows ? 1 : leadingAxes[1]);
    }

    /// <summary>Tells whether labels of a shape can be laid over rows with these axes before the features.</summary>
    public static bool Fits(IReadOnlyList<long> labels, IReadOnlyList<long> leadingAxes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(leadingAxes);
        var sameRows = labels.Aggregate(1L, (product, axis) => product * axis) == leadingAxes.Aggregate(1L, (product, axis) => product * axis);
        var perRow = sameRows && (labels.SequenceEqual(leadingAxes) || labels.Count == 1 || leadingAxes.Count == 1);
        var perSequence = labels.Count == 1 && leadingAxes.Count == 2 && labels[0] == leadingAxes[0];
        return perRow || perSequence;
    }

    private static string Needed(IReadOnlyList<long> leadingAxes) =>
        leadingAxes.Count == 2 ? $"{ArrayShape.Text(leadingAxes)}, or ({leadingAxes[0]},) for one per sequence," : ArrayShape.Text(leadingAxes);

    private static string Remedy(IReadOnlyList<long> labels, IReadOnlyList<long> leadingAxes)
    {
        if (labels.Count == leadingAxes.Count + 1 && labels.SkipLast(1).SequenceEqual(leadingAxes)) return ": if these are one-hot, save labels.argmax(-1)";
        if (labels.Count == leadingAxes.Count + 1 && labels.Skip(1).SequenceEqual(leadingAxes)) return ": if these are one-hot, save labels.argmax(0)";
        return labels.Count == 2 && labels.Reverse().SequenceEqual(leadingAxes) ? ": if these are (length, sequences), save labels.T" : "";
    }

    /// <summary>Gives the label of a row, -1 for none.</summary>
    public int this[long row] => labels.Ids[(int)(rowsPerLabel == 1 ? row : row / rowsPerLabel)];

    /// <summary>Writes the labels of rows, -1 for none.</summary>
    internal void Fill(ReadOnlySpan<long> rows, Span<int> target)
    {
        var ids = labels.Ids;
        if (rowsPerLabel == 1)
        {
            for (var i = 0; i < rows.Length; i++) target[i] = ids[(int)rows[i]];
            return;
        }

        for (var i = 0; i < rows.Length; i++) target[i] = ids[(int)(rows[i] / rowsPerLabel)];
    }
}
