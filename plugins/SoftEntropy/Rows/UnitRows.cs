using Infoscope.Compute;

namespace Infoscope.Plugins.SoftEntropy.Rows;

/// <summary>The rows of a chunk that can be used, centred if wanted, each subspace scaled to length 1.</summary>
/// <remarks>The subspaces lie one after another, row-major each, so that one is uploaded without a copy.</remarks>
internal sealed class UnitRows(FeatureSplit split, RowCentre? centre, Precision precision)
{
    private readonly float[] centredSingle = new float[centre is null || precision == Precision.Double ? 0 : split.Subspaces * split.Width];
    private readonly double[] centredDouble = new double[centre is null || precision == Precision.Single ? 0 : split.Subspaces * split.Width];
    private float[] unitSingle = [];
    private double[] unitDouble = [];
    private RowFate[] fates = [];
    private int capacity;

    /// <summary>Gets what became of each row.</summary>
    public ReadOnlySpan<RowFate> Fates => fates;

    /// <summary>Gets the number of rows that can be used.</summary>
    public int Used { get; private set; }

    /// <summary>Takes in some rows of a block in the place of those before.</summary>
    public void Fill(in ActivationBlock block, int first, int rows)
    {
        if (fates.Length < rows) fates = new RowFate[rows];
        (capacity, Used) = (rows, 0);
        var length = rows * split.Subspaces * split.Width;
        if (precision == Precision.Single) Grow(ref unitSingle, length);
        else Grow(ref unitDouble, length);
        for (var row = 0; row < rows; row++)
        {
            fates[row] = precision == Precision.Single ? Normalize(block.SingleRow(first + row)) : Normalize(block.DoubleRow(first + row));
            if (fates[row] == RowFate.Used) Used++;
        }
    }

    /// <summary>Copies a subspace of the rows that can be used to the device, shape (<see cref="Used"/>, width).</summary>
    public Matrix Upload(ComputeSession session, int subspace)
    {
        var (start, length) = (subspace * capacity * split.Width, Used * split.Width);
        return precision == Precision.Single
            ? session.Upload(unitSingle.AsSpan(start, length), Used, split.Width)
            : session.Upload(unitDouble.AsSpan(start, length), Used, split.Width);
    }

    private static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length) buffer = new T[length];
    }

    private RowFate Normalize(ReadOnlySpan<float> row)
    {
        if (centre is not null)
        {
            centre.Subtract(row, centredSingle);
            row = centredSingle;
        }

        var fate = RowFate.Used;
        for (var subspace = 0; subspace < split.Subspaces; subspace++)
            fate = Worse(fate, UnitRow.Normalize(row.Slice(subspace * split.Width, split.Width), unitSingle.AsSpan(Place(subspace), split.Width)));
        return fate;
    }

    private RowFate Normalize(ReadOnlySpan<double> row)
    {
        if (centre is not null)
        {
            centre.Subtract(row, centredDouble);
            row = centredDouble;
        }

        var fate = RowFate.Used;
        for (var subspace = 0; subspace < split.Subspaces; subspace++)
            fate = Worse(fate, UnitRow.Normalize(row.Slice(subspace * split.Width, split.Width), unitDouble.AsSpan(Place(subspace), split.Width)));
        return fate;
    }

    private int Place(int subspace) => (subspace * capacity + Used) * split.Width;

    // A row is used if all of its subspaces can be; one that is not finite anywhere counts as that.
    private static RowFate Worse(RowFate one, RowFate other) => one > other ? one : other;
}
