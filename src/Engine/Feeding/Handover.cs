namespace Infoscope.Engine.Feeding;

/// <summary>Puts labels, sequences and attention to rows and lets estimations observe them.</summary>
internal sealed class Handover(FeedLayout layout, Precision precision)
{
    private int[] labels = [];
    private int[] sequenceIds = [];
    private int[] positions = [];
    private float[] attention = [];

    /// <summary>Gets or sets how many label sets of the pass are looked at, the first ones.</summary>
    public int LabelSets { get; set; }

    /// <summary>Hands rows to estimations as one block.</summary>
    /// <param name="of">The rows, at least one.</param>
    /// <param name="to">Who observes the block.</param>
    /// <param name="withAttention">Whether the block is one sequence whose attention is wanted.</param>
    public void Send(in RowBlock of, IReadOnlyList<RunningEstimation> to, bool withAttention)
    {
        layout.Cancellation.ThrowIfCancellationRequested();
        var rows = of.RowIndices;
        var ofLabels = Sized(ref labels, LabelSets * rows.Length);
        layout.Labels.Fill(layout.Pass, LabelSets, rows, ofLabels);
        var inSequences = layout.Set.Sequences is null ? 0 : rows.Length;
        var ids = Sized(ref sequenceIds, inSequences);
        var places = Sized(ref positions, inSequences);
        if (layout.Set.Sequences is { } sequences)
        {
            for (var i = 0; i < rows.Length; i++) (ids[i], places[i]) = (sequences.SequenceOf(rows[i]), sequences.PositionOf(rows[i]));
        }

        var heads = withAttention ? ReadAttention(rows[0]) : 0;
        var isSingle = precision == Precision.Single;
        var block = new ActivationBlock
        {
            Rows = rows.Length,
            Features = layout.Features,
            Single = isSingle ? of.Single : default,
            Double = isSingle ? default : of.Double,
            RowIndices = rows,
            AllLabels = ofLabels,
            SequenceIds = ids,
            Positions = places,
            ReferenceFeatures = layout.ReferenceFeatures,
            ReferenceSingle = isSingle ? of.ReferenceSingle : default,
            ReferenceDouble = isSingle ? default : of.ReferenceDouble,
            AttentionHeads = heads,
            AttentionLength = heads > 0 ? layout.Set.Attention!.Length : 0,
            Attention = heads > 0 ? attention : default,
        };
        foreach (var estimation in to) estimation.Observe(in block);
    }

    private int ReadAttention(long firstRow)
    {
        if (layout.Set is not { Attention: { } source, Sequences: { } sequences }) return 0;
        var sequence = sequences.SequenceOf(firstRow);
        if (sequence >= source.Sequences) return 0;
        var length = checked(source.Heads * source.Length * source.Length);
        if (attention.Length != length) attention = new float[length];
        lock (source) source.Read(sequence, attention);
        return source.Heads;
    }

    private static Span<int> Sized(ref int[] array, int length)
    {
        if (array.Length < length) array = new int[length];
        return array.AsSpan(0, length);
    }
}
