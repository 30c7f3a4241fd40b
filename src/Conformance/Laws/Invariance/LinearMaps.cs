namespace Infoscope.Conformance;

/// <summary>Random linear maps of rows.</summary>
internal static class LinearMaps
{
    /// <summary>Draws an orthogonal map, the product of as many Householder reflections as there are features, and so orthogonal to rounding.</summary>
    public static Func<double[], double[]> Isometry(RandomStream random, int features)
    {
        double[][] axes = [.. Enumerable.Range(0, features).Select(_ => Axis(random, features))];
        return row => axes.Aggregate(row, Reflect);
    }

    /// <summary>Draws an invertible map that stretches along random axes by factors between 1/2 and 2.</summary>
    public static Func<double[], double[]> Invertible(RandomStream random, int features)
    {
        var (before, after) = (Isometry(random, features), Isometry(random, features));
        double[] stretch = [.. Enumerable.Range(0, features).Select(_ => Math.Pow(2, (2 * random.NextDouble()) - 1))];
        return row => after([.. before(row).Zip(stretch, (value, factor) => value * factor)]);
    }

    private static double[] Axis(RandomStream random, int features)
    {
        double[] axis = [.. Enumerable.Range(0, features).Select(_ => random.NextNormal())];
        var length = Math.Sqrt(axis.Sum(value => value * value));
        return [.. axis.Select(value => value / length)];
    }

    private static double[] Reflect(double[] row, double[] axis)
    {
        var twice = 2 * row.Zip(axis, (value, along) => value * along).Sum();
        return [.. row.Zip(axis, (value, along) => value - (twice * along))];
    }
}
