using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

/// <summary>Sums over a tile in single that are taken in double, in one order in vectors of every width.</summary>
internal static class TileSums
{
    private const int Edge = TileProduct.Edge;

    /// <summary>Gives sum_ij row_i t_ij^2 column_j.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Squares(ReadOnlySpan<float> tile, ReadOnlySpan<double> rows, ReadOnlySpan<double> columns)
    {
        double sum = 0;
        var wide = MemoryMarshal.Cast<double, Vector256<double>>(columns);
        for (var row = 0; row < rows.Length; row++)
        {
            var elements = MemoryMarshal.Cast<float, Vector256<float>>(tile.Slice(row * Edge, Edge));
            var (left, right) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var i = 0; i < elements.Length; i++)
            {
                var (low, high) = Vector256.Widen(elements[i]);
                left += low * low * wide[2 * i];
                right += high * high * wide[(2 * i) + 1];
            }

            sum += rows[row] * Vector256.Sum(left + right);
        }

        return sum;
    }

    /// <summary>Adds the product of the tile with a vector.</summary>
    /// <param name="tile">Edge x Edge elements, row-major.</param>
    /// <param name="vector">Edge elements.</param>
    /// <param name="sums">One sum per row that is needed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProduct(ReadOnlySpan<float> tile, ReadOnlySpan<double> vector, Span<double> sums)
    {
        var wide = MemoryMarshal.Cast<double, Vector256<double>>(vector);
        for (var row = 0; row < sums.Length; row++)
        {
            var elements = MemoryMarshal.Cast<float, Vector256<float>>(tile.Slice(row * Edge, Edge));
            var (left, right) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var i = 0; i < elements.Length; i++)
            {
                var (low, high) = Vector256.Widen(elements[i]);
                left += low * wide[2 * i];
                right += high * wide[(2 * i) + 1];
            }

            sums[row] += Vector256.Sum(left + right);
        }
    }

    /// <summary>Adds the product of the transposed tile with a vector.</summary>
    /// <param name="tile">Edge x Edge elements, row-major.</param>
    /// <param name="vector">One element per row that is needed.</param>
    /// <param name="sums">Edge sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTransposedProduct(ReadOnlySpan<float> tile, ReadOnlySpan<double> vector, Span<double> sums)
    {
        var wide = MemoryMarshal.Cast<double, Vector256<double>>(sums);
        for (var row = 0; row < vector.Length; row++)
        {
            var elements = MemoryMarshal.Cast<float, Vector256<float>>(tile.Slice(row * Edge, Edge));
            var factor = Vector256.Create(vector[row]);
            for (var i = 0; i < elements.Length; i++)
            {
                var (low, high) = Vector256.Widen(elements[i]);
                wide[2 * i] += low * factor;
                wide[(2 * i) + 1] += high * factor;
            }
        }
    }
}
