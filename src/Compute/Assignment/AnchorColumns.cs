using System.Numerics;

namespace Infoscope.Compute;

/// <summary>Anchors packed for products with rows.</summary>
internal sealed class AnchorColumns<T>
    where T : unmanaged, INumberBase<T>
{
    // Between these magnitudes, products with rows whose length is in the range of RowLength neither overflow nor lose bits.
    private const double Small = 1e-8, Large = 1e8;

    private AnchorColumns(PackedColumns<T> columns, bool areModerate) => (Columns, AreModerate) = (columns, areModerate);

    /// <summary>Gets the anchors as columns.</summary>
    public PackedColumns<T> Columns { get; }

    /// <summary>Gets whether rows of ordinary length may be multiplied as they are.</summary>
    public bool AreModerate { get; }

    /// <summary>Gives the packed rows of a matrix; they are kept with it until it changes.</summary>
    public static AnchorColumns<T> Of(CpuMatrix matrix)
    {
        if (matrix.Packing is AnchorColumns<T> kept) return kept;
        var elements = new T[matrix.Rows * matrix.Columns];
        if (elements is float[] single) matrix.CopyTo(single);
        else if (elements is double[] wide) matrix.CopyTo(wide);
        double largest = 0;
        foreach (var element in elements) largest = Math.Max(largest, double.CreateTruncating(T.Abs(element)));
        var packed = new AnchorColumns<T>(PackedColumns<T>.Of(elements, matrix.Rows, matrix.Columns), largest is >= Small and <= Large);
        matrix.Packing = packed;
        return packed;
    }
}
