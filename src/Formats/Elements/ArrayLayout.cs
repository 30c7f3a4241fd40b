namespace Infoscope.Formats;

/// <summary>How the elements of one array lie in its bytes.</summary>
internal sealed class ArrayLayout
{
    /// <summary>The most axes an array may have, as in numpy.</summary>
    public const int MostAxes = 64;

    private ArrayLayout(long[] shape, ElementType elementType, int itemBytes, bool bigEndian, bool fortranOrder, long length)
    {
        Shape = Array.AsReadOnly(shape);
        ElementType = elementType;
        ItemBytes = itemBytes;
        BigEndian = bigEndian;
        // With one axis longer than 1 or none, both orders are the same.
        FortranOrder = fortranOrder && shape.Count(axis => axis > 1) > 1;
        Length = length;
    }

    public IReadOnlyList<long> Shape { get; }

    public ElementType ElementType { get; }

    public int ItemBytes { get; }

    public bool BigEndian { get; }

    public bool FortranOrder { get; }

    public long Length { get; }

    public long ByteLength => Length * ItemBytes;

    /// <summary>Checks a shape and multiplies it out.</summary>
    /// <exception cref="ArrayFileException">An axis is negative, there are too many, or the bytes do not fit 64 bits.</exception>
    public static ArrayLayout Of(string name, IReadOnlyList<long> shape, ElementType elementType, int itemBytes, bool bigEndian, bool fortranOrder)
    {
        if (shape.Count > MostAxes) throw new ArrayFileException($"{name} has {shape.Count} axes; at most {MostAxes} are allowed, so reshape it before saving.");
        var elements = 1L;
        var isEmpty = false;
        foreach (var axis in shape)
        {
            if (axis < 0) throw new ArrayFileException($"{name} has the shape {ArrayShape.Text(shape)}; an axis is 0 or longer, so the file is damaged: save it again.");
            isEmpty |= axis == 0;
            // An axis of 0 must not hide that the others overflow: strides are products of axes too.
            var longest = long.MaxValue / itemBytes / elements;
            if (axis > longest) throw new ArrayFileException($"{name} has the shape {ArrayShape.Text(shape)} of {elementType.Word()}, which is more than 2^63 bytes; the file is damaged, so save it again.");
            elements *= Math.Max(axis, 1);
        }

        return new ArrayLayout([.. shape], elementType, itemBytes, bigEndian, fortranOrder, isEmpty ? 0 : elements);
    }
}
