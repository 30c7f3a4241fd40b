using System.Numerics;

namespace Infoscope.Compute;

/// <summary>Finds out whether a square row-major matrix is its own mirror image.</summary>
internal static class Symmetry
{
    // The rows and columns of a block: both a block and its image stay in the cache.
    private const int Size = 64;

    /// <summary>Says whether each element, given as its bits, equals its mirror image.</summary>
    public static bool IsIn<TBits>(ReadOnlySpan<TBits> elements, int size)
        where TBits : unmanaged, IBinaryInteger<TBits>
    {
        for (var firstRow = 0; firstRow < size; firstRow += Size)
        {
            for (var firstColumn = 0; firstColumn <= firstRow; firstColumn += Size)
            {
                for (var row = firstRow; row < Math.Min(firstRow + Size, size); row++)
                {
                    for (var column = firstColumn; column < Math.Min(firstColumn + Size, row); column++)
                    {
                        if (elements[(row * size) + column] != elements[(column * size) + row]) return false;
                    }
                }
            }
        }

        return true;
    }
}
