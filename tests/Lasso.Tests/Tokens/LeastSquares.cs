namespace Infoscope.Plugins.Lasso.Tests.Tokens;

/// <summary>Least squares without a penalty by orthogonal vectors, made twice over, on the tokens themselves.</summary>
internal static class LeastSquares
{
    // A token whose new part is smaller than this, relative to its length, is taken to lie in the span of those before.
    private const double NewLength = 1e-9;

    /// <summary>Gives what is left of a vector beside the span of some rows, and the squared length of weights that leave that.</summary>
    public static (double ResidualEnergy, double SquaredWeights) Of(double[][] rows, double[] target)
    {
        var directions = new List<(double[] Unit, double[] Weights)>();
        for (var index = 0; index < rows.Length; index++)
        {
            var weights = new double[rows.Length];
            weights[index] = 1;
            var rest = Reduce(rows[index], directions, weights);
            var (length, before) = (Length(rest), Length(rows[index]));
            if (before == 0 || length <= NewLength * before) continue;
            directions.Add(([.. rest.Select(value => value / length)], [.. weights.Select(value => value / length)]));
        }

        var used = new double[rows.Length];
        var left = Reduce(target, directions, used);
        return (left.Sum(value => value * value), used.Sum(value => value * value));
    }

    // Subtracts the parts along the directions and keeps account of what rows were subtracted.
    private static double[] Reduce(double[] vector, List<(double[] Unit, double[] Weights)> directions, double[] weights)
    {
        var rest = (double[])vector.Clone();
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var (unit, made) in directions)
            {
                var along = rest.Zip(unit, (a, b) => a * b).Sum();
                for (var feature = 0; feature < rest.Length; feature++) rest[feature] -= along * unit[feature];
                for (var row = 0; row < weights.Length; row++) weights[row] -= along * made[row];
            }
        }

        return rest;
    }

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));
}
