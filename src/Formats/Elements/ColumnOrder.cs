namespace Infoscope.Formats;

/// <summary>Where the columns of a Fortran-order array lie: a column is what the first axis runs through, the one axis whose elements are neighbours.</summary>
internal sealed class ColumnOrder
{
    private readonly long[] axes;

    /// <summary>Takes the shape of an array with at least one element and two axes.</summary>
    public ColumnOrder(ArrayLayout layout)
    {
        Rows = layout.Shape[0];
        Columns = layout.Length / Rows;
        axes = [.. layout.Shape.Skip(1)];
    }

    /// <summary>Gets the length of the first axis.</summary>
    public long Rows { get; }

    /// <summary>Gets the product of the other axes.</summary>
    public long Columns { get; }

    /// <summary>Gives the place in row-major order of a column from its place in storage.</summary>
    public long RowMajor(long stored)
    {
        var (place, stride) = (0L, Columns);
        foreach (var axis in axes)
        {
            stride /= axis;
            place += stored % axis * stride;
            stored /= axis;
        }

        return place;
    }

    /// <summary>Gives the place in storage of a column from its place in row-major order.</summary>
    public long Stored(long rowMajor)
    {
        var (place, stride) = (0L, Columns);
        for (var axis = axes.Length - 1; axis >= 0; axis--)
        {
            stride /= axes[axis];
            place += rowMajor % axes[axis] * stride;
            rowMajor /= axes[axis];
        }

        return place;
    }
}
