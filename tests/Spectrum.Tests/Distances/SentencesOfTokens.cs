namespace Infoscope.Plugins.Spectrum.Tests.Distances;

/// <summary>Sentences like those of a language model: each token remembers the one before it, few features vary most, and all share a direction, to which a topic adds its own.</summary>
internal static class SentencesOfTokens
{
    // The part of the squared norm that is common to all, and the correlation of one token's own part with the next one's.
    private const double Common = 0.5, Memory = 0.6;

    /// <summary>Draws the tokens of one sentence.</summary>
    public static double[][] Draw(int count, double[] shared, RandomStream random)
    {
        var scale = Unit([.. Enumerable.Range(1, shared.Length).Select(feature => 1 / Math.Sqrt(feature))]);
        var own = Innovation();
        var tokens = new double[count][];
        for (var token = 0; token < count; token++)
        {
            if (token > 0) own = [.. own.Zip(Innovation(), (old, fresh) => (Memory * old) + (Math.Sqrt(1 - (Memory * Memory)) * fresh))];
            tokens[token] = [.. shared.Zip(Unit(own), (common, single) => (Math.Sqrt(Common) * common) + (Math.Sqrt(1 - Common) * single))];
        }

        return tokens;

        double[] Innovation() => [.. Normals(shared.Length, random).Zip(scale, (value, size) => value * size)];
    }

    /// <summary>Draws sentences of two topics, one topic after the other, of 8 to 24 tokens.</summary>
    public static double[][][] OfTwoTopics(int perTopic, int features, double shift, ulong seed)
    {
        var random = new RandomStream(seed, "topics");
        var common = Unit(Normals(features, random));
        double[][] topics = [Unit(Normals(features, random)), Unit(Normals(features, random))];
        return
        [
            .. from topic in topics
               from _ in Enumerable.Range(0, perTopic)
               select Draw(8 + (int)random.NextBelow(17), [.. common.Zip(topic, (one, other) => one + (shift * other / Math.Sqrt(Common)))], random),
        ];
    }

    public static double[] Normals(int count, RandomStream random) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];

    public static double[] Unit(double[] vector)
    {
        var norm = Math.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / norm)];
    }
}
