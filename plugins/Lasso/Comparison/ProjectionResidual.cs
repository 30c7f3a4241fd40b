using Infoscope.Plugins.Lasso.Gains;

namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>What least squares without a penalty leaves of the target.</summary>
internal static class ProjectionResidual
{
    // A token of which less than this part of its squared norm is new beside those taken adds no direction: its share
    // of the target would be off by 1e-16 / 1e-12 of itself, or more.
    private const double NewPart = 1e-12;

    /// <summary>Gives |y - P y|^2 / |y|^2, P projecting on the span of some tokens; in [0, 1], null for a target of zeros.</summary>
    /// <remarks>Tokens count by their direction, whatever their norm. Cholesky with pivots on their cosines. Cost: about m^2 rank/2 multiplications.</remarks>
    public static double? Of(TokenGram gram, ReadOnlySpan<int> tokens)
    {
        var target = gram.Target;
        if (gram[target, target] == 0) return null;
        var kept = new List<int>();
        foreach (var token in tokens)
        {
            if (gram[token, token] > 0) kept.Add(token);
        }

        // The target is the last row; it is never a pivot.
        int[] places = [.. kept, target];
        var rows = new double[places.Length][];
        var left = new double[places.Length];
        for (var i = 0; i < places.Length; i++) (rows[i], left[i]) = (new double[kept.Count], 1);
        for (var rank = 0; rank < kept.Count; rank++)
        {
            var best = rank;
            for (var i = rank + 1; i < kept.Count; i++)
            {
                if (left[i] > left[best]) best = i;
            }

            if (left[best] <= NewPart) break;
            (places[rank], places[best]) = (places[best], places[rank]);
            (rows[rank], rows[best]) = (rows[best], rows[rank]);
            (left[rank], left[best]) = (left[best], left[rank]);
            var pivot = Math.Sqrt(left[rank]);
            for (var i = rank + 1; i < places.Length; i++)
            {
                var cosine = gram[places[i], places[rank]] / (Math.Sqrt(gram[places[i], places[i]]) * Math.Sqrt(gram[places[rank], places[rank]]));
                var along = (cosine - Vectors.Dot(rows[i].AsSpan(0, rank), rows[rank])) / pivot;
                rows[i][rank] = along;
                left[i] -= along * along;
            }
        }

        // A squared length; below 0 is rounding.
        return Math.Max(left[^1], 0);
    }
}
