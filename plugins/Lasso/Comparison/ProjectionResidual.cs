using System.Buffers;
using Infoscope.Plugins.Lasso.Gains;

namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>What least squares without a penalty leaves of the target.</summary>
internal static class ProjectionResidual
{
    // A token of which less than this part of its squared norm is new beside those taken adds no direction: its share
    // of the target would be off by 1e-16 / 1e-12 of itself, or more.
    private const double NewPart = 1e-12;

    /// <summary>Gives |y - P y|^2 / |y|^2, P projecting on the span of some tokens; in [0, 1], null for a target of zeros.</summary>
    /// <remarks>Tokens count by their direction, whatever their norm. Cholesky with pivots on their cosines. Cost: about m^2 rank/6 multiplications.</remarks>
    public static double? Of(TokenGram gram, ReadOnlySpan<int> tokens)
    {
        var target = gram.Target;
        if (gram[target, target] == 0) return null;
        var kept = new List<int>();
        foreach (var token in tokens)
        {
            if (gram[token, token] > 0) kept.Add(token);
        }

        // The target is the last column; it is never a pivot.
        int[] places = [.. kept, target];
        var cosines = ArrayPool<double>.Shared.Rent(places.Length * places.Length);
        var factor = ArrayPool<double>.Shared.Rent(places.Length * places.Length);
        try
        {
            FillCosines(gram, places, cosines);
            return Of(places.Length, cosines, factor);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(cosines);
            ArrayPool<double>.Shared.Return(factor);
        }
    }

    private static double Of(int size, ReadOnlySpan<double> cosines, Span<double> factor)
    {
        var order = new int[size];
        var left = new double[size];
        for (var i = 0; i < size; i++) (order[i], left[i]) = (i, 1);
        for (var rank = 0; rank < size - 1; rank++)
        {
            var best = rank;
            for (var i = rank + 1; i < size - 1; i++)
            {
                if (left[i] > left[best]) best = i;
            }

            if (left[best] <= NewPart) break;
            (order[rank], order[best]) = (order[best], order[rank]);
            (left[rank], left[best]) = (left[best], left[rank]);
            for (var earlier = 0; earlier < rank; earlier++)
            {
                var row = factor.Slice(earlier * size, size);
                (row[rank], row[best]) = (row[best], row[rank]);
            }

            var fresh = factor.Slice(rank * size, size);
            var products = cosines.Slice(order[rank] * size, size);
            for (var i = rank + 1; i < size; i++) fresh[i] = products[order[i]];
            fresh[rank] = 1;
            CholeskyRows.Subtract(factor, size, rank, 0, rank);
            var along = fresh[(rank + 1)..];
            Vectors.Divide(along, Math.Sqrt(left[rank]));
            for (var i = 0; i < along.Length; i++) left[rank + 1 + i] -= along[i] * along[i];
        }

        // A squared length; below 0 is rounding.
        return Math.Max(left[^1], 0);
    }

    private static void FillCosines(TokenGram gram, int[] places, Span<double> cosines)
    {
        var norms = new double[places.Length];
        for (var i = 0; i < norms.Length; i++) norms[i] = Math.Sqrt(gram[places[i], places[i]]);
        for (var i = 0; i < places.Length; i++)
        {
            for (var j = 0; j < i; j++) cosines[(i * places.Length) + j] = cosines[(j * places.Length) + i] = gram[places[i], places[j]] / (norms[i] * norms[j]);
        }
    }
}
