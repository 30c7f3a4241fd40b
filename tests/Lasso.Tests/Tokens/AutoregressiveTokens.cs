namespace Infoscope.Plugins.Lasso.Tests.Tokens;

/// <summary>Tokens like those of a language model: each remembers the one before it, few features vary most, and all share a direction.</summary>
internal static class AutoregressiveTokens
{
    // The part of the squared norm that is common to all, and the correlation of one token's own part with the next one's.
    private const double Common = 0.5, Memory = 0.6;

    /// <summary>Draws unit tokens.</summary>
    public static double[][] Draw(int count, int features, RandomStream random)
    {
        var common = Unit(Normals(features, random));
        var scale = Unit([.. Enumerable.Range(1, features).Select(feature => 1 / Math.Sqrt(feature))]);
        var own = Innovation();
        var tokens = new double[count][];
        for (var token = 0; token < count; token++)
        {
            if (token > 0) own = [.. own.Zip(Innovation(), (old, fresh) => Memory * old + Math.Sqrt(1 - Memory * Memory) * fresh)];
            tokens[token] = Unit([.. common.Zip(Unit(own), (shared, single) => Math.Sqrt(Common) * shared + Math.Sqrt(1 - Common) * single)]);
        }

        return tokens;

        double[] Innovation() => [.. Normals(features, random).Zip(scale, (value, size) => value * size)];
    }

    public static double[] Normals(int count, RandomStream random) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];

    public static double[] Unit(double[] vector)
    {
        var norm = Math.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / norm)];
    }

    /// <summary>Adds noise of a given length on average to a vector.</summary>
    public static double[] WithNoise(double[] vector, double length, RandomStream random) =>
        [.. vector.Zip(Normals(vector.Length, random), (value, noise) => value + length / Math.Sqrt(vector.Length) * noise)];
}
