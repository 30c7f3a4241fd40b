namespace Infoscope.Plugins.DiffusionSpectral.Rows;

/// <summary>The rows whose every feature is finite, with their labels and references.</summary>
internal sealed class FiniteRows
{
    private readonly int[][] labels;
    private readonly int[] dropped;

    private FiniteRows(Points points, int total, int[][] labels, int[] dropped)
    {
        Points = points;
        Total = total;
        this.labels = labels;
        this.dropped = dropped;
    }

    /// <summary>Gets the rows.</summary>
    public Points Points { get; }

    /// <summary>Gets the number of rows that were given.</summary>
    public int Total { get; }

    /// <summary>Gets the references of the rows that have a finite one; null without references.</summary>
    public Points? References { get; private init; }

    /// <summary>Gets the row of each of <see cref="References"/>.</summary>
    public int[] ReferencedRows { get; private init; } = [];

    /// <summary>Copies the finite rows of a block.</summary>
    /// <param name="block">The block, in double.</param>
    /// <param name="labelSets">The number of label sets.</param>
    public static FiniteRows Of(in ActivationBlock block, int labelSets)
    {
        var finite = FiniteOf(block.Double, block.Features, block.Rows);
        var all = new Points(block.Double.ToArray(), block.Rows, block.Features);
        var points = finite.Length == all.Count ? all : all.Take(finite);
        var labels = new int[labelSets][];
        var dropped = new int[labelSets];
        for (var set = 0; set < labelSets; set++)
        {
            var given = block.Labels(set);
            labels[set] = new int[finite.Length];
            for (var i = 0; i < finite.Length; i++) labels[set][i] = given[finite[i]];
            dropped[set] = Labelled(given) - Labelled(labels[set]);
        }

        if (block.ReferenceDouble.Length == 0) return new FiniteRows(points, block.Rows, labels, dropped);
        var references = new Points(block.ReferenceDouble.ToArray(), block.Rows, block.ReferenceFeatures).Take(finite);
        var referenced = FiniteOf(references.Values, references.Features, references.Count);
        return new FiniteRows(points, block.Rows, labels, dropped) { References = references.Take(referenced), ReferencedRows = referenced };
    }

    /// <summary>Gives the labels of a label set, row by row; -1 is none.</summary>
    public ReadOnlySpan<int> Labels(int labelSet) => labels[labelSet];

    /// <summary>Gives the number of labelled rows of a label set that are not finite.</summary>
    public int DroppedOf(int labelSet) => dropped[labelSet];

    private static int[] FiniteOf(ReadOnlySpan<double> values, int features, int rows)
    {
        var finite = new List<int>(rows);
        for (var row = 0; row < rows; row++)
        {
            var all = true;
            foreach (var value in values.Slice(row * features, features)) all &= double.IsFinite(value);
            if (all) finite.Add(row);
        }

        return [.. finite];
    }

    private static int Labelled(ReadOnlySpan<int> ids)
    {
        var count = 0;
        foreach (var id in ids) count += id >= 0 ? 1 : 0;
        return count;
    }
}
