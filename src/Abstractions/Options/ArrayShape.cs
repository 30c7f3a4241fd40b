namespace Infoscope;

/// <summary>The shape of an array.</summary>
public static class ArrayShape
{
    // As many axes as numpy allows; a shape out of a damaged file may claim more.
    private const int MostAxes = 64;

    /// <summary>Writes a shape as Python does, for messages: <c>(540, 16)</c>, or <c>(540,)</c> for one axis.</summary>
    /// <remarks>Since contract 1.1.</remarks>
    public static string Text(IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.Count == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape.Take(MostAxes))})";
    }

    /// <summary>Tells whether an array of a shape has a number of elements; a negative axis, or more elements than can be counted, never does.</summary>
    internal static bool Holds(IReadOnlyList<long> shape, long elements)
    {
        if (shape.Any(axis => axis < 0)) return false;
        if (shape.Contains(0)) return elements == 0;
        // Divided rather than multiplied, so that nothing overflows.
        var left = elements;
        foreach (var axis in shape)
        {
            if (left % axis != 0) return false;
            left /= axis;
        }

        return left == 1;
    }
}
