namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>The sizes below which numbers are rounding.</summary>
internal static class Rounding
{
    /// <summary>The distance from 1 to the next double, 2^-52.</summary>
    public const double Unit = 1.0 / (1L << 52);

    /// <summary>The part of its own energy that a column must have outside the span of others to count as independent of them.</summary>
    /// <remarks>Inner products are exact to some units and a pivot adds one per column of the support; this leaves room for several hundred.</remarks>
    public const double Pivot = 1e-13;

    /// <summary>Gives the rounding in an entry of c = q - Qw: each of its terms is at most the product of two norms and a weight, and roundings add up like the root of their number.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="weights">The weights, one per column.</param>
    public static double OfCorrelations(LassoProblem problem, ReadOnlySpan<double> weights)
    {
        var (reach, terms) = (0.0, 0);
        for (var column = 0; column < weights.Length; column++)
        {
            reach += problem.Norms[column] * Math.Abs(weights[column]);
            if (weights[column] != 0) terms++;
        }

        return (8 + 2 * Math.Sqrt(terms)) * Unit * (problem.LambdaMax + problem.LargestNorm * reach);
    }
}
