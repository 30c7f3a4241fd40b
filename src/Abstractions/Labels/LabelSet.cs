namespace Infoscope;

/// <summary>A label for each row: dense numbers 0 .. count-1, or -1 for a row without one.</summary>
/// <remarks>Immutable and safe for any number of threads.</remarks>
public sealed class LabelSet
{
    private readonly int[] ids;

    /// <summary>Makes a label set from dense ids, without copying them: the caller no longer writes to the array.</summary>
    /// <param name="shape">The shape of the labels: (rows), or (sequences, length) in token order, or (sequences) when all rows of a sequence share one.</param>
    /// <param name="ids">The label of each row, -1 for none.</param>
    /// <param name="names">The name of each label; its length is the number of labels.</param>
    /// <exception cref="ActivationShapeException">The shape does not hold that many labels, or a label is outside -1 .. count-1.</exception>
    public LabelSet(IReadOnlyList<long> shape, int[] ids, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(names);
        Shape = [.. shape];
        if (!ArrayShape.Holds(Shape, ids.LongLength))
            throw new ActivationShapeException($"{ids.LongLength} labels do not fit the shape ({string.Join(", ", Shape)}); the product of its axes must be the number of labels.");
        foreach (var id in ids)
        {
            if (id < -1 || id >= names.Count) throw new ActivationShapeException($"a label has the id {id}; with {names.Count} labels, allowed is -1 to {names.Count - 1}.");
        }

        this.ids = ids;
        Names = names;
    }

    /// <summary>Gets the shape of the labels.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Gets the label of each row, -1 for none.</summary>
    public ReadOnlySpan<int> Ids => ids;

    /// <summary>Gets the number of different labels.</summary>
    public int Count => Names.Count;

    /// <summary>Gets the name of each label.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets what a reader of a result should know of these labels, such as how many were left out and why, each a phrase.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets whether the labels were derived from sequences, so that rows near a sequence's ends may have none.</summary>
    public bool IsSequenceDerived { get; init; }
}
