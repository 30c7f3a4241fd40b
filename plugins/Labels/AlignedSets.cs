namespace Infoscope.Plugins.Labels;

/// <summary>Label sets laid over the same rows: of one shape, or (sequences) and (rows) beside (sequences, length).</summary>
internal sealed class AlignedSets
{
    private readonly IReadOnlyList<LabelSet> sets;
    private readonly int[] rowsPerLabel;

    private AlignedSets(IReadOnlyList<LabelSet> sets, IReadOnlyList<long> shape, int rows, int[] rowsPerLabel)
    {
        this.sets = sets;
        Shape = shape;
        Rows = rows;
        this.rowsPerLabel = rowsPerLabel;
    }

    /// <summary>Gets the shape of the rows: (sequences, length) where a label set has it.</summary>
    internal IReadOnlyList<long> Shape { get; }

    /// <summary>Gets the number of rows.</summary>
    internal int Rows { get; }

    /// <summary>Gets the label of a row in one of the sets, -1 for none.</summary>
    internal int this[int set, int row] => sets[set].Ids[row / rowsPerLabel[set]];

    /// <summary>Lays label sets over each other's rows.</summary>
    /// <param name="source">The specification, for messages.</param>
    /// <param name="sets">The label sets, at least one.</param>
    /// <exception cref="ActivationShapeException">They are not of the same rows.</exception>
    internal static AlignedSets Of(string source, IReadOnlyList<LabelSet> sets)
    {
        var widest = sets.FirstOrDefault(set => set.Shape.Count == 2) ?? sets[0];
        var rowsPerLabel = sets.Select(set => RowsPerLabel(set, widest)).ToArray();
        var odd = Array.IndexOf(rowsPerLabel, 0);
        if (odd < 0) return new(sets, widest.Shape, widest.Ids.Length, rowsPerLabel);
        var allowed = widest.Shape is [var sequences, var length]
            ? $"allowed beside it are {ArrayShape.Text(widest.Shape)}, {ArrayShape.Text([sequences * length])} and {ArrayShape.Text([sequences])}"
            : $"allowed beside it is {ArrayShape.Text(widest.Shape)}";
        throw new ActivationShapeException(
            $"{source}: the labels have the shapes {ArrayShape.Text(widest.Shape)} and {ArrayShape.Text(sets[odd].Shape)}; {allowed}, so save them for the same rows.");
    }

    private static int RowsPerLabel(LabelSet set, LabelSet widest)
    {
        if (set.Shape.SequenceEqual(widest.Shape)) return 1;
        if (set.Shape.Count != 1 || widest.Shape.Count != 2) return 0;
        if (set.Ids.Length == widest.Ids.Length) return 1;
        return set.Shape[0] == widest.Shape[0] ? (int)widest.Shape[1] : 0;
    }
}
