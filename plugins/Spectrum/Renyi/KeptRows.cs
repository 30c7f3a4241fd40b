namespace Infoscope.Plugins.Spectrum.Renyi;

/// <summary>The rows of the one block that the kernel can take, with their labels and references.</summary>
internal sealed class KeptRows
{
    private readonly int[][] labels;
    private readonly Dictionary<int, int>[] dropped;

    private KeptRows(double[] values, int count, int[][] labels, Dictionary<int, int>[] dropped)
    {
        Values = values;
        Count = count;
        this.labels = labels;
        this.dropped = dropped;
    }

    /// <summary>Gets the rows, row-major.</summary>
    public double[] Values { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Count { get; }

    /// <summary>Gets the number of rows that were given.</summary>
    public required int Total { get; init; }

    /// <summary>Gets the number of rows left out because they are all zero.</summary>
    public required int ZeroRows { get; init; }

    /// <summary>Gets the number of rows left out because they are not finite.</summary>
    public int NonFiniteRows => Total - Count - ZeroRows;

    /// <summary>Gets the references that the kernel can take, row-major; null when there is no reference.</summary>
    public double[]? References { get; private init; }

    /// <summary>Gets the row of each of <see cref="References"/>, in increasing order.</summary>
    public int[] ReferencedRows { get; private init; } = [];

    /// <summary>Gets the number of references that are left out because they are all zero, their rows being usable.</summary>
    public int ZeroReferences { get; private init; }

    /// <summary>Gets the number of references that are left out because they are not finite, their rows being usable.</summary>
    public int NonFiniteReferences => Count - ReferencedRows.Length - ZeroReferences;

    /// <summary>Copies the rows that can be used.</summary>
    /// <param name="block">The block, in double.</param>
    /// <param name="labelSets">The number of label sets.</param>
    /// <param name="needsDirection">Whether rows that are all zero are left out.</param>
    public static KeptRows Of(in ActivationBlock block, int labelSets, bool needsDirection)
    {
        var (kept, zero) = Usable(block.Double, block.Features, block.Rows, needsDirection);
        var labels = new int[labelSets][];
        var dropped = new Dictionary<int, int>[labelSets];
        for (var set = 0; set < labelSets; set++)
        {
            var given = block.Labels(set);
            labels[set] = new int[kept.Length];
            for (var i = 0; i < kept.Length; i++) labels[set][i] = given[kept[i]];
            dropped[set] = LeftOut(given, kept);
        }

        var values = Take(block.Double, block.Features, kept);
        if (block.ReferenceDouble.Length == 0) return new KeptRows(values, kept.Length, labels, dropped) { Total = block.Rows, ZeroRows = zero };
        var references = Take(block.ReferenceDouble, block.ReferenceFeatures, kept);
        var (referenced, zeroReferences) = Usable(references, block.ReferenceFeatures, kept.Length, needsDirection);
        return new KeptRows(values, kept.Length, labels, dropped)
        {
            Total = block.Rows,
            ZeroRows = zero,
            References = Take(references, block.ReferenceFeatures, referenced),
            ReferencedRows = referenced,
            ZeroReferences = zeroReferences,
        };
    }

    /// <summary>Gives the labels of a label set, row by row; -1 is none.</summary>
    public ReadOnlySpan<int> Labels(int labelSet) => labels[labelSet];

    /// <summary>Gives the number of labelled rows of a label set that were left out.</summary>
    public int DroppedOf(int labelSet) => dropped[labelSet].Values.Sum();

    /// <summary>Gives the number of rows of a label that were left out.</summary>
    public int DroppedOf(int labelSet, int label) => dropped[labelSet].GetValueOrDefault(label);

    private static (int[] Kept, int Zero) Usable(ReadOnlySpan<double> values, int features, int rows, bool needsDirection)
    {
        var (kept, zeros) = (new List<int>(rows), 0);
        for (var row = 0; row < rows; row++)
        {
            var (finite, zero) = (true, true);
            foreach (var value in values.Slice(row * features, features))
            {
                finite &= double.IsFinite(value);
                zero &= value == 0;
            }

            if (zero && needsDirection) zeros++;
            else if (finite) kept.Add(row);
        }

        return ([.. kept], zeros);
    }

    private static double[] Take(ReadOnlySpan<double> values, int features, int[] rows)
    {
        var taken = new double[rows.Length * features];
        for (var i = 0; i < rows.Length; i++) values.Slice(rows[i] * features, features).CopyTo(taken.AsSpan(i * features));
        return taken;
    }

    // How many rows of each label are not among those kept.
    private static Dictionary<int, int> LeftOut(ReadOnlySpan<int> ids, int[] kept)
    {
        var counts = new Dictionary<int, int>();
        var next = 0;
        for (var row = 0; row < ids.Length; row++)
        {
            if (next < kept.Length && kept[next] == row) next++;
            else if (ids[row] >= 0) counts[ids[row]] = counts.GetValueOrDefault(ids[row]) + 1;
        }

        return counts;
    }
}
