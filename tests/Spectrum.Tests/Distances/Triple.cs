using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.Spectrum.Tests.Distances;

/// <summary>Three sentences of one number of features: walks of tokens, low rank, few features, repeated tokens, single tokens.</summary>
internal sealed record Triple(int Features, int[] Counts, int Rank, ulong Seed)
{
    public static Arbitrary<Triple> Arbitrary => Arb.From(
        from features in Gen.Choose(1, 12)
        from counts in Gen.Choose(1, 16).ArrayOf(3)
        from rank in Gen.Choose(1, 12)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Triple(features, counts, rank, (ulong)seed),
        Shrink);

    /// <summary>Gets the sentences, of unit tokens.</summary>
    public double[][][] Sentences
    {
        get
        {
            var random = new RandomStream(Seed, "triple");
            var shared = SentencesOfTokens.Unit(SentencesOfTokens.Normals(Features, random));
            double[][] basis = [.. Enumerable.Range(0, Rank).Select(_ => SentencesOfTokens.Normals(Features, random))];
            // In one dimension the shared and the own part may cancel.
            return [.. Counts.Select(count => Features > 1 && Rank >= Features ? Walk(count) : InSpan(count))];

            double[][] Walk(int count) => [.. SentencesOfTokens.Draw(count, shared, random).Select(SentencesOfTokens.Unit)];
            double[][] InSpan(int count) => [.. Enumerable.Range(0, count).Select(_ => SentencesOfTokens.Unit(Combined(SentencesOfTokens.Normals(Rank, random))))];
            double[] Combined(double[] weights) => [.. Enumerable.Range(0, Features).Select(feature => weights.Zip(basis, (weight, direction) => weight * direction[feature]).Sum())];
        }
    }

    public override string ToString() => $"{Features} features, {string.Join(", ", Counts)} tokens, rank {Rank}, seed {Seed}";

    private static IEnumerable<Triple> Shrink(Triple one)
    {
        if (one.Features > 1) yield return one with { Features = one.Features - 1 };
        if (one.Rank > 1) yield return one with { Rank = one.Rank - 1 };
        for (var i = 0; i < one.Counts.Length; i++)
        {
            var place = i;
            if (one.Counts[i] > 1) yield return one with { Counts = [.. one.Counts.Select((count, at) => at == place ? count / 2 : count)] };
        }

        if (one.Seed > 0) yield return one with { Seed = one.Seed / 2 };
    }
}
