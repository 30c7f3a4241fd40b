namespace Infoscope;

/// <summary>The shape of an array in memory.</summary>
internal static class ArrayShape
{
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
