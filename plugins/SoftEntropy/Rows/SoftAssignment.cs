using Infoscope.Compute;
using Infoscope.Plugins.SoftEntropy.Anchors;

namespace Infoscope.Plugins.SoftEntropy.Rows;

/// <summary>Assigns rows softly to the anchors: the softmax of their cosines divided by the temperature.</summary>
/// <remarks>Works on a chunk of rows at a time, of bounded size. A row's assignment depends on that row alone.</remarks>
internal sealed class SoftAssignment : IDisposable
{
    private const int LargestChunkElements = 1 << 20;
    private const int LargestChunkRows = 4096;

    private readonly EstimationContext context;
    private readonly AnchorSet anchors;
    private readonly double scale;
    private readonly int features;
    private Matrix? uploadedAnchors;
    private float[] unitSingle = [];
    private double[] unitDouble = [];
    private double[] assignments = [];
    private RowFate[] fates = [];

    /// <summary>Makes the assignment to anchors at a temperature.</summary>
    public SoftAssignment(EstimationContext context, AnchorSet anchors, double temperature)
    {
        this.context = context;
        this.anchors = anchors;
        scale = 1 / temperature;
        features = context.Shape.Features;
        ChunkRows = Math.Clamp(LargestChunkElements / Math.Max(features, anchors.Count), 1, LargestChunkRows);
    }

    /// <summary>Gets the most rows that are assigned at once.</summary>
    public int ChunkRows { get; }

    /// <summary>Gets what became of each row of the last chunk.</summary>
    public ReadOnlySpan<RowFate> Fates => fates;

    /// <summary>Gives the assignment of a used row of the last chunk, counted among the used rows: probabilities that add up to 1.</summary>
    public ReadOnlySpan<double> AssignmentOf(int usedRow) => assignments.AsSpan(usedRow * anchors.Count, anchors.Count);

    /// <summary>Assigns some rows of a block. Cost: O(rows x features x anchors).</summary>
    public void Assign(in ActivationBlock block, int first, int rows)
    {
        if (fates.Length < rows) fates = new RowFate[rows];
        var used = context.Precision == Precision.Single ? NormalizeSingle(block, first, rows) : NormalizeDouble(block, first, rows);
        if (used == 0) return;
        var session = context.Compute;
        uploadedAnchors ??= context.Precision == Precision.Single
            ? session.Upload(anchors.Single, anchors.Count, features)
            : session.Upload(anchors.Double, anchors.Count, features);
        using var unit = context.Precision == Precision.Single
            ? session.Upload(unitSingle.AsSpan(0, used * features), used, features)
            : session.Upload(unitDouble.AsSpan(0, used * features), used, features);
        using var softmax = session.Multiply(unit, uploadedAnchors, transposeA: false, transposeB: true);
        session.SoftmaxRows(softmax, scale);
        Grow(ref assignments, rows * anchors.Count);
        session.Download(softmax, assignments.AsSpan(0, used * anchors.Count));
        for (var row = 0; row < used; row++) AddUpToOne(assignments.AsSpan(row * anchors.Count, anchors.Count));
    }

    /// <summary>Frees the anchors on the device.</summary>
    public void Dispose() => uploadedAnchors?.Dispose();

    // In single precision a softmax adds up to 1 within 1e-7 alone; without this an entropy could exceed ln m by as much.
    private static void AddUpToOne(Span<double> assignment)
    {
        double sum = 0;
        foreach (var share in assignment) sum += share;
        for (var i = 0; i < assignment.Length; i++) assignment[i] /= sum;
    }

    private static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length) buffer = new T[length];
    }

    private int NormalizeSingle(in ActivationBlock block, int first, int rows)
    {
        Grow(ref unitSingle, rows * features);
        var used = 0;
        for (var row = 0; row < rows; row++)
        {
            fates[row] = UnitRow.Normalize(block.SingleRow(first + row), unitSingle.AsSpan(used * features, features));
            if (fates[row] == RowFate.Used) used++;
        }

        return used;
    }

    private int NormalizeDouble(in ActivationBlock block, int first, int rows)
    {
        Grow(ref unitDouble, rows * features);
        var used = 0;
        for (var row = 0; row < rows; row++)
        {
            fates[row] = UnitRow.Normalize(block.DoubleRow(first + row), unitDouble.AsSpan(used * features, features));
            if (fates[row] == RowFate.Used) used++;
        }

        return used;
    }
}
