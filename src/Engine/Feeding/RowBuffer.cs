using System.Numerics;

namespace Infoscope.Engine.Feeding;

/// <summary>Gathers rows out of windows into one block, with their labels, sequences and reference.</summary>
internal sealed class RowBuffer(FeedLayout layout, Precision precision, int factor)
{
    private float[] single = [];
    private double[] doubles = [];
    private float[] referenceSingle = [];
    private double[] referenceDouble = [];
    private long[] rowIndices = [];
    private int[] labels = [];
    private int[] sequenceIds = [];
    private int[] positions = [];
    private float[] attention = [];

    /// <summary>Gets the number of rows gathered.</summary>
    public int Rows { get; private set; }

    /// <summary>Gets the row gathered first.</summary>
    public long FirstRow => rowIndices[0];

    /// <summary>Adds one row of a window.</summary>
    public void Add(Window window, int offset)
    {
        if (Rows == rowIndices.Length) Grow(Math.Max(16, Rows * 2L));
        var (d, r) = (layout.Features, layout.ReferenceFeatures);
        if (precision == Precision.Single)
        {
            window.Single.AsSpan(offset * d, d).CopyTo(single.AsSpan(Rows * d));
            Multiply(single.AsSpan(Rows * d, d));
            if (r > 0) window.ReferenceSingle.AsSpan(offset * r, r).CopyTo(referenceSingle.AsSpan(Rows * r));
        }
        else
        {
            window.Double.AsSpan(offset * d, d).CopyTo(doubles.AsSpan(Rows * d));
            Multiply(doubles.AsSpan(Rows * d, d));
            if (r > 0) window.ReferenceDouble.AsSpan(offset * r, r).CopyTo(referenceDouble.AsSpan(Rows * r));
        }

        rowIndices[Rows++] = window.First + offset;
    }

    /// <summary>Hands the rows to estimations as one block, and forgets them.</summary>
    /// <param name="to">Who observes the block.</param>
    /// <param name="withAttention">Whether the block is one sequence whose attention is wanted.</param>
    public void Send(IReadOnlyList<RunningEstimation> to, bool withAttention)
    {
        if (Rows == 0) return;
        layout.Cancellation.ThrowIfCancellationRequested();
        var rows = rowIndices.AsSpan(0, Rows);
        var labelSets = layout.Pass.All.Count;
        Array.Resize(ref labels, Math.Max(labels.Length, labelSets * Rows));
        layout.Labels.Fill(layout.Pass, rows, labels);
        if (layout.Set.Sequences is { } sequences)
        {
            Array.Resize(ref sequenceIds, Math.Max(sequenceIds.Length, Rows));
            Array.Resize(ref positions, Math.Max(positions.Length, Rows));
            for (var i = 0; i < Rows; i++) (sequenceIds[i], positions[i]) = (sequences.SequenceOf(rows[i]), sequences.PositionOf(rows[i]));
        }

        var heads = withAttention ? ReadAttention() : 0;
        var (d, r) = (layout.Features, layout.ReferenceFeatures);
        var isSingle = precision == Precision.Single;
        var block = new ActivationBlock
        {
            Rows = Rows,
            Features = d,
            Single = isSingle ? single.AsSpan(0, Rows * d) : default,
            Double = isSingle ? default : doubles.AsSpan(0, Rows * d),
            RowIndices = rows,
            AllLabels = labels.AsSpan(0, labelSets * Rows),
            SequenceIds = layout.Set.Sequences is null ? default : sequenceIds.AsSpan(0, Rows),
            Positions = layout.Set.Sequences is null ? default : positions.AsSpan(0, Rows),
            ReferenceFeatures = r,
            ReferenceSingle = isSingle ? referenceSingle.AsSpan(0, Rows * r) : default,
            ReferenceDouble = isSingle ? default : referenceDouble.AsSpan(0, Rows * r),
            AttentionHeads = heads,
            AttentionLength = heads > 0 ? layout.Set.Attention!.Length : 0,
            Attention = heads > 0 ? attention : default,
        };
        foreach (var estimation in to) estimation.Observe(in block);
        Rows = 0;
    }

    private void Multiply<T>(Span<T> row)
        where T : INumber<T>
    {
        if (factor == 1) return;
        var by = T.CreateChecked(factor);
        foreach (ref var value in row) value *= by;
    }

    private int ReadAttention()
    {
        if (layout.Set is not { Attention: { } source, Sequences: { } sequences }) return 0;
        var sequence = sequences.SequenceOf(FirstRow);
        if (sequence >= source.Sequences) return 0;
        var length = checked(source.Heads * source.Length * source.Length);
        if (attention.Length != length) attention = new float[length];
        lock (source) source.Read(sequence, attention);
        return source.Heads;
    }

    private void Grow(long capacity)
    {
        var widest = Math.Max(layout.Features, Math.Max(layout.ReferenceFeatures, layout.Pass.All.Count));
        capacity = Math.Min(capacity, layout.LargestBuffer / Math.Max(1, widest));
        if (capacity <= Rows)
        {
            throw new ActivationShapeException(
                $"{layout.Set.Activations.Name}: {Rows} rows of {layout.Features} features are the most that can be held at once; ask for fewer with the estimator's row limit, or use one that streams.");
        }

        Array.Resize(ref rowIndices, (int)capacity);
        if (precision == Precision.Single)
        {
            Array.Resize(ref single, (int)capacity * layout.Features);
            Array.Resize(ref referenceSingle, (int)capacity * layout.ReferenceFeatures);
        }
        else
        {
            Array.Resize(ref doubles, (int)capacity * layout.Features);
            Array.Resize(ref referenceDouble, (int)capacity * layout.ReferenceFeatures);
        }
    }
}
