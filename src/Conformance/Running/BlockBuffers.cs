namespace Infoscope.Conformance;

/// <summary>Lays rows out as an estimation is fed them, and tells whether it left them as they were.</summary>
/// <remarks>Sequences are two halves from 8 rows on, else one; attention is uniform over the positions so far.</remarks>
internal sealed class BlockBuffers
{
    private const int RowsForTwoSequences = 8;

    private readonly int features;
    private readonly int referenceFeatures;
    private readonly int sequenceLength;
    private readonly InputRequirements needs;
    private readonly double[] doubles;
    private readonly float[] singles;
    private readonly double[] referenceDoubles;
    private readonly float[] referenceSingles;
    private readonly int[] labels;
    private readonly long[] places;
    private readonly int[] sequences;
    private readonly int[] positions;
    private readonly float[] attention;

    private BlockBuffers(TrialInput input, InputRequirements needs, Precision precision, int first, int count)
    {
        this.needs = needs;
        Rows = count;
        features = input.Rows[0].Length;
        sequenceLength = SequenceLength(input.Rows.Length);
        var isSingle = precision == Precision.Single;
        var flat = Flat(input.Rows, first, count);
        (doubles, singles) = isSingle ? ([], Array.ConvertAll(flat, value => (float)value)) : (flat, Array.Empty<float>());
        var reference = needs.Reference == InputNeed.None ? [] : Flat(input.Reference, first, count);
        referenceFeatures = reference.Length == 0 ? 0 : input.Reference[0].Length;
        (referenceDoubles, referenceSingles) = isSingle ? ([], Array.ConvertAll(reference, value => (float)value)) : (reference, Array.Empty<float>());
        labels = needs.Labels == InputNeed.None ? [] : [.. input.Labels.SelectMany(column => column.Ids.Skip(first).Take(count))];
        places = [.. Enumerable.Range(first, count).Select(row => (long)row)];
        sequences = HasSequences(needs) ? [.. Enumerable.Range(first, count).Select(row => row / sequenceLength)] : [];
        positions = HasSequences(needs) ? [.. Enumerable.Range(first, count).Select(row => row % sequenceLength)] : [];
        attention = HasAttention(needs) ? Uniform(count) : [];
    }

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Tells whether rows are given a sequence axis.</summary>
    public static bool HasSequences(InputRequirements needs) => needs.Access == RowAccess.WholeSequences || needs.Sequences == InputNeed.Required || HasAttention(needs);

    /// <summary>Gives the length of a sequence.</summary>
    public static int SequenceLength(int rows) => rows < RowsForTwoSequences ? rows : (rows + 1) / 2;

    /// <summary>Lays out all rows of an input, block after block in the way the estimator wants them.</summary>
    public static IEnumerable<BlockBuffers> Of(TrialInput input, InputRequirements needs, Precision precision) => Of(input, needs, precision, 0, input.Rows.Length);

    /// <summary>Lays out a range of rows.</summary>
    public static IEnumerable<BlockBuffers> Of(TrialInput input, InputRequirements needs, Precision precision, int start, int end)
    {
        var step = needs.Access switch
        {
            RowAccess.AllRows => end - start,
            RowAccess.WholeSequences => SequenceLength(input.Rows.Length),
            _ => Math.Min(input.BlockRows, end - start),
        };
        for (var first = start; first < end; first += step) yield return new BlockBuffers(input, needs, precision, first, Math.Min(step, end - first));
    }

    /// <summary>Hands the block over.</summary>
    public void Feed(IEstimation estimation)
    {
        var block = new ActivationBlock
        {
            Rows = Rows,
            Features = features,
            Single = singles,
            Double = doubles,
            RowIndices = places,
            AllLabels = labels,
            SequenceIds = sequences,
            Positions = positions,
            ReferenceFeatures = referenceFeatures,
            ReferenceSingle = referenceSingles,
            ReferenceDouble = referenceDoubles,
            AttentionHeads = attention.Length > 0 ? 1 : 0,
            AttentionLength = attention.Length > 0 ? Rows : 0,
            Attention = attention,
        };
        estimation.Observe(in block);
    }

    /// <summary>Tells whether everything is bit for bit what another layout of the same block holds.</summary>
    public bool IsSameAs(BlockBuffers other) =>
        Bits(doubles).SequenceEqual(Bits(other.doubles)) && Bits(singles).SequenceEqual(Bits(other.singles))
        && Bits(referenceDoubles).SequenceEqual(Bits(other.referenceDoubles)) && Bits(referenceSingles).SequenceEqual(Bits(other.referenceSingles))
        && labels.SequenceEqual(other.labels) && places.SequenceEqual(other.places) && sequences.SequenceEqual(other.sequences) && positions.SequenceEqual(other.positions)
        && Bits(attention).SequenceEqual(Bits(other.attention));

    private static ReadOnlySpan<byte> Bits<T>(T[] values)
        where T : struct => System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(values);

    private static bool HasAttention(InputRequirements needs) => needs.Attention == InputNeed.Required;

    private static double[] Flat(double[][] rows, int first, int count)
    {
        var width = rows[0].Length;
        var flat = new double[count * width];
        for (var row = 0; row < count; row++) rows[first + row].CopyTo(flat, row * width);
        return flat;
    }

    private static float[] Uniform(int length)
    {
        var weights = new float[length * length];
        for (var query = 0; query < length; query++) weights.AsSpan(query * length, query + 1).Fill(1f / (query + 1));
        return weights;
    }
}
