using Infoscope.Compute;
using Infoscope.Plugins.SoftEntropy.Anchors;
using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Rows;

/// <summary>Assigns rows softly to the anchors: the softmax of their cosines divided by the temperature, in every subspace and draw.</summary>
/// <remarks>Works on a chunk of rows at a time, of bounded size. A row's assignment depends on that row alone.</remarks>
internal sealed class SoftAssignment : IDisposable
{
    // The assignments of a chunk stay in the second-level cache until they are added up; with many anchors the product wants more rows than that.
    private const int ChunkAssignments = 1 << 15;
    private const int LargestChunkElements = 1 << 20;
    private const int WantedChunkRows = 64, LargestChunkRows = 256;

    private readonly EstimationContext context;
    private readonly AnchorDraws anchors;
    private readonly AssignmentLayout layout;
    private readonly FeatureSplit split;
    private readonly RowCentre? centre;
    private readonly double scale;
    private readonly Dictionary<AnchorSet, Matrix> uploadedAnchors = [];
    private readonly double[] shares;
    private readonly double[] entropiesNats;
    private readonly RowFate[] fates;
    private readonly int[] used;
    private readonly float[] centredSingle = [];
    private readonly double[] centredDouble = [];
    private int rows;
    private int usedRows;

    /// <summary>Makes the assignment to anchors at a temperature.</summary>
    public SoftAssignment(EstimationContext context, FeatureSplit split, AnchorDraws anchors, double temperature, RowCentre? centre, bool withEntropies)
    {
        this.context = context;
        this.split = split;
        this.anchors = anchors;
        this.centre = centre;
        layout = anchors.Layout;
        scale = 1 / temperature;
        ChunkRows = Math.Clamp(ChunkAssignments / layout.Length, WantedChunkRows, LargestChunkRows);
        ChunkRows = Math.Clamp(LargestChunkElements / Math.Max(context.Shape.Features, layout.Length), 1, ChunkRows);
        shares = new double[ChunkRows * layout.Length];
        entropiesNats = new double[withEntropies ? ChunkRows * layout.Parts : 0];
        fates = new RowFate[ChunkRows];
        used = new int[ChunkRows];
        if (centre is null) return;
        if (context.Precision == Precision.Single) centredSingle = new float[ChunkRows * context.Shape.Features];
        else centredDouble = new double[ChunkRows * context.Shape.Features];
    }

    /// <summary>Gets the most rows that are assigned at once.</summary>
    public int ChunkRows { get; }

    /// <summary>Gets what became of each row of the last chunk.</summary>
    public ReadOnlySpan<RowFate> Fates => fates.AsSpan(0, rows);

    /// <summary>Gets the rows of the last chunk that can be used, in their order.</summary>
    public ReadOnlySpan<int> Used => used.AsSpan(0, usedRows);

    /// <summary>Gives the assignments of the last chunk in a part, shape (rows, anchors): probabilities that add up to 1 in each row that can be used.</summary>
    public ReadOnlySpan<double> Shares(int part) => shares.AsSpan(part * rows * layout.Anchors, rows * layout.Anchors);

    /// <summary>Gives the entropies of the rows of the last chunk in a part; empty if they are not computed.</summary>
    public ReadOnlySpan<double> EntropiesNats(int part) => entropiesNats.Length == 0 ? [] : entropiesNats.AsSpan(part * rows, rows);

    /// <summary>Assigns some rows of a block. Cost: O(rows x features x anchors) per draw, whatever the number of subspaces, and a softmax per part.</summary>
    public void Assign(in ActivationBlock block, int first, int count)
    {
        rows = count;
        if (context.Precision == Precision.Single) AssignSingle(block, first);
        else AssignDouble(block, first);
    }

    /// <summary>Frees the anchors on the device.</summary>
    public void Dispose()
    {
        foreach (var uploaded in uploadedAnchors.Values) uploaded.Dispose();
    }

    private void AssignSingle(in ActivationBlock block, int first)
    {
        // Read by the row, so that a block of the other precision is refused.
        var features = block.SingleRow(first).Length;
        var values = block.Single.Slice(first * features, rows * features);
        if (centre is not null)
        {
            for (var row = 0; row < rows; row++) centre.Subtract(values.Slice(row * features, features), centredSingle.AsSpan(row * features, features));
            values = centredSingle.AsSpan(0, rows * features);
        }

        for (var part = 0; part < layout.Parts; part++)
        {
            var subspace = part % layout.Subspaces;
            context.Compute.SoftAssign(values[(subspace * split.Width)..], rows, features, AnchorsOf(part), scale, SharesToFill(part), EntropiesToFill(part));
        }

        usedRows = 0;
        for (var row = 0; row < rows; row++) Judge(row, HasDirection(row) ? RowFate.Used : FateOf(values.Slice(row * features, features)));
    }

    private void AssignDouble(in ActivationBlock block, int first)
    {
        var features = block.DoubleRow(first).Length;
        var values = block.Double.Slice(first * features, rows * features);
        if (centre is not null)
        {
            for (var row = 0; row < rows; row++) centre.Subtract(values.Slice(row * features, features), centredDouble.AsSpan(row * features, features));
            values = centredDouble.AsSpan(0, rows * features);
        }

        for (var part = 0; part < layout.Parts; part++)
        {
            var subspace = part % layout.Subspaces;
            context.Compute.SoftAssign(values[(subspace * split.Width)..], rows, features, AnchorsOf(part), scale, SharesToFill(part), EntropiesToFill(part));
        }

        usedRows = 0;
        for (var row = 0; row < rows; row++) Judge(row, HasDirection(row) ? RowFate.Used : FateOf(values.Slice(row * features, features)));
    }

    private Span<double> SharesToFill(int part) => shares.AsSpan(part * rows * layout.Anchors, rows * layout.Anchors);

    private Span<double> EntropiesToFill(int part) => entropiesNats.Length == 0 ? [] : entropiesNats.AsSpan(part * rows, rows);

    private Matrix AnchorsOf(int part)
    {
        var set = anchors.Of(part / layout.Subspaces, part % layout.Subspaces);
        if (uploadedAnchors.TryGetValue(set, out var uploaded)) return uploaded;
        uploaded = context.Precision == Precision.Single
            ? context.Compute.Upload(set.Single, set.Count, split.Width)
            : context.Compute.Upload(set.Double, set.Count, split.Width);
        uploadedAnchors.Add(set, uploaded);
        return uploaded;
    }

    private void Judge(int row, RowFate fate)
    {
        fates[row] = fate;
        if (fate == RowFate.Used) used[usedRows++] = row;
    }

    // A row without a direction in a subspace has no share there that is a number.
    private bool HasDirection(int row)
    {
        for (var part = 0; part < layout.Subspaces; part++)
        {
            if (double.IsNaN(shares[(part * rows + row) * layout.Anchors])) return false;
        }

        return true;
    }

    private static RowFate FateOf(ReadOnlySpan<float> row)
    {
        foreach (var value in row)
        {
            if (!float.IsFinite(value)) return RowFate.NonFinite;
        }

        return RowFate.Zero;
    }

    private static RowFate FateOf(ReadOnlySpan<double> row)
    {
        foreach (var value in row)
        {
            if (!double.IsFinite(value)) return RowFate.NonFinite;
        }

        return RowFate.Zero;
    }
}
