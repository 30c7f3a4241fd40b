namespace Infoscope.Engine.Feeding;

/// <summary>Gathers rows out of windows into one block.</summary>
internal sealed class RowBuffer(FeedLayout layout, Precision precision, int factor)
{
    private float[] single = [];
    private double[] doubles = [];
    private float[] referenceSingle = [];
    private double[] referenceDouble = [];
    private long[] rowIndices = [];

    /// <summary>Gets the number of rows gathered.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds rows of a window.</summary>
    public void Add(Window window, int offset, int rows)
    {
        while (rowIndices.Length - Rows < rows) Grow(Math.Max(16, rowIndices.Length * 2L));
        var (d, r) = (layout.Features, layout.ReferenceFeatures);
        if (precision == Precision.Single)
        {
            var target = single.AsSpan(Rows * d, rows * d);
            window.Activations.CopyTo(offset, rows, target);
            Factor.Multiply(target, factor);
            window.Reference?.CopyTo(offset, rows, referenceSingle.AsSpan(Rows * r, rows * r));
        }
        else
        {
            var target = doubles.AsSpan(Rows * d, rows * d);
            window.Activations.CopyTo(offset, rows, target);
            Factor.Multiply(target, factor);
            window.Reference?.CopyTo(offset, rows, referenceDouble.AsSpan(Rows * r, rows * r));
        }

        for (var i = 0; i < rows; i++) rowIndices[Rows++] = window.First + offset + i;
    }

    /// <summary>Hands the rows to estimations as one block, and forgets them.</summary>
    /// <param name="by">What hands them over.</param>
    /// <param name="to">Who observes the block.</param>
    /// <param name="withAttention">Whether the block is one sequence whose attention is wanted.</param>
    public void Send(Handover by, IReadOnlyList<RunningEstimation> to, bool withAttention)
    {
        if (Rows == 0) return;
        var (rows, d, r) = (Rows, layout.Features, layout.ReferenceFeatures);
        var isSingle = precision == Precision.Single;
        Rows = 0;
        by.Send(
            new RowBlock
            {
                RowIndices = rowIndices.AsSpan(0, rows),
                Single = isSingle ? single.AsSpan(0, rows * d) : default,
                Double = isSingle ? default : doubles.AsSpan(0, rows * d),
                ReferenceSingle = isSingle ? referenceSingle.AsSpan(0, rows * r) : default,
                ReferenceDouble = isSingle ? default : referenceDouble.AsSpan(0, rows * r),
            },
            to,
            withAttention);
    }

    private void Grow(long capacity)
    {
        var widest = Math.Max(layout.Features, Math.Max(layout.ReferenceFeatures, layout.Pass.All.Count));
        capacity = Math.Min(capacity, layout.LargestBuffer / Math.Max(1, widest));
        if (capacity <= rowIndices.Length)
        {
            throw new ActivationShapeException(
                $"{layout.Set.Activations.Name}: {rowIndices.Length} rows of {layout.Features} features are the most that can be held at once; ask for fewer with the estimator's row limit, or use one that streams.");
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
