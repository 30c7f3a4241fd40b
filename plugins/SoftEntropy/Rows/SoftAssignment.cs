using Infoscope.Compute;
using Infoscope.Plugins.SoftEntropy.Anchors;
using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Rows;

/// <summary>Assigns rows softly to the anchors: the softmax of their cosines divided by the temperature, in every subspace and draw.</summary>
/// <remarks>Works on a chunk of rows at a time, of bounded size. A row's assignment depends on that row alone.</remarks>
internal sealed class SoftAssignment : IDisposable
{
    private const int LargestChunkElements = 1 << 20;
    private const int LargestChunkRows = 4096;

    private readonly EstimationContext context;
    private readonly AnchorDraws anchors;
    private readonly AssignmentLayout layout;
    private readonly FeatureSplit split;
    private readonly UnitRows rows;
    private readonly double scale;
    private readonly Dictionary<AnchorSet, Matrix> uploadedAnchors = [];
    private double[] assignments = [];
    private double[] ofOnePart = [];

    /// <summary>Makes the assignment to anchors at a temperature.</summary>
    public SoftAssignment(EstimationContext context, FeatureSplit split, AnchorDraws anchors, double temperature, RowCentre? centre)
    {
        this.context = context;
        this.split = split;
        this.anchors = anchors;
        layout = anchors.Layout;
        rows = new UnitRows(split, centre, context.Precision);
        scale = 1 / temperature;
        ChunkRows = Math.Clamp(LargestChunkElements / Math.Max(context.Shape.Features, layout.Length), 1, LargestChunkRows);
    }

    /// <summary>Gets the most rows that are assigned at once.</summary>
    public int ChunkRows { get; }

    /// <summary>Gets what became of each row of the last chunk.</summary>
    public ReadOnlySpan<RowFate> Fates => rows.Fates;

    /// <summary>Gives the assignments of a used row of the last chunk, counted among the used rows: probabilities that add up to 1 in each part.</summary>
    public ReadOnlySpan<double> AssignmentOf(int usedRow) => assignments.AsSpan(usedRow * layout.Length, layout.Length);

    /// <summary>Assigns some rows of a block. Cost: O(rows x features x anchors) per draw, whatever the number of subspaces, and a softmax per part.</summary>
    public void Assign(in ActivationBlock block, int first, int count)
    {
        rows.Fill(block, first, count);
        if (rows.Used == 0) return;
        if (assignments.Length < count * layout.Length) assignments = new double[count * layout.Length];
        for (var subspace = 0; subspace < layout.Subspaces; subspace++)
        {
            using var unit = rows.Upload(context.Compute, subspace);
            for (var draw = 0; draw < layout.Draws; draw++) AssignPart(unit, anchors.Of(draw, subspace), draw * layout.Subspaces + subspace);
        }
    }

    /// <summary>Frees the anchors on the device.</summary>
    public void Dispose()
    {
        foreach (var uploaded in uploadedAnchors.Values) uploaded.Dispose();
    }

    private void AssignPart(Matrix unit, AnchorSet set, int part)
    {
        var session = context.Compute;
        using var softmax = session.Multiply(unit, Uploaded(set), transposeA: false, transposeB: true);
        session.SoftmaxRows(softmax, scale);
        // With one part the numbers are already where they belong.
        var length = unit.Rows * layout.Anchors;
        if (layout.Parts > 1 && ofOnePart.Length < length) ofOnePart = new double[length];
        var shares = (layout.Parts == 1 ? assignments : ofOnePart).AsSpan(0, length);
        session.Download(softmax, shares);
        for (var row = 0; row < unit.Rows; row++)
            AddUpToOne(shares.Slice(row * layout.Anchors, layout.Anchors), assignments.AsSpan(row * layout.Length + part * layout.Anchors, layout.Anchors));
    }

    private Matrix Uploaded(AnchorSet set)
    {
        if (uploadedAnchors.TryGetValue(set, out var uploaded)) return uploaded;
        uploaded = context.Precision == Precision.Single
            ? context.Compute.Upload(set.Single, set.Count, split.Width)
            : context.Compute.Upload(set.Double, set.Count, split.Width);
        uploadedAnchors.Add(set, uploaded);
        return uploaded;
    }

    // In single precision a softmax adds up to 1 within 1e-7 alone; without this an entropy could exceed ln m by as much.
    private static void AddUpToOne(ReadOnlySpan<double> shares, Span<double> assignment)
    {
        double sum = 0;
        foreach (var share in shares) sum += share;
        for (var i = 0; i < assignment.Length; i++) assignment[i] = shares[i] / sum;
    }
}
