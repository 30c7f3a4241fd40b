using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.Lasso.Tests.Tokens;

/// <summary>Generates and shrinks sequences: 1 to 40 tokens, 1 to 24 features, often more tokens than features.</summary>
public static class TokenGenerator
{
    private enum Kind
    {
        Random, LowRank, Anisotropic, Duplicates, NearDuplicates, Orthogonal, WithZeros, AllEqual,
    }

    public static Arbitrary<TokenSequence> Sequences { get; } = Arb.From(
        from kind in Gen.Elements(Enum.GetValues<Kind>())
        from count in Gen.Frequency((1, Gen.Choose(1, 4)), (3, Gen.Choose(5, 20)), (2, Gen.Choose(21, 40)))
        from features in Gen.Choose(1, 24)
        from sigma in Gen.Elements(0.01, 0.01, 0.1, 1, 10)
        from unit in Gen.Elements(true, true, false)
        from seed in Gen.Choose(0, int.MaxValue)
        select Make(kind, count, features, sigma, unit, (ulong)seed),
        Shrink);

    private static TokenSequence Make(Kind kind, int count, int features, double sigma, bool unit, ulong seed)
    {
        var random = new RandomStream(seed, "tokens");
        var basis = Enumerable.Range(0, 3).Select(_ => Normals(random, features)).ToArray();
        var rows = new double[count][];
        for (var i = 0; i < count; i++)
        {
            var row = Normals(random, features);
            var earlier = i == 0 ? 0 : (int)random.NextBelow(i);
            var repeats = i > 0 && random.NextBelow(2) == 0;
            var drawn = kind switch
            {
                Kind.LowRank => Combination(Normals(random, 3), basis),
                Kind.Anisotropic => [.. row.Select((value, feature) => value / (1 + feature) + 3 * basis[0][feature])],
                Kind.Duplicates when repeats => [.. rows[earlier]],
                Kind.NearDuplicates when repeats => [.. rows[earlier].Zip(row, (old, noise) => old + 1e-3 * noise)],
                Kind.Orthogonal => [.. row.Select((_, feature) => feature == i % features ? 1.0 : 0)],
                Kind.WithZeros when random.NextBelow(4) == 0 => new double[features],
                Kind.AllEqual => basis[0],
                _ => row,
            };
            var norm = Math.Sqrt(drawn.Sum(value => value * value));
            rows[i] = unit && norm > 0 ? [.. drawn.Select(value => value / norm)] : drawn;
        }

        return new TokenSequence { Rows = rows, Sigma = sigma };
    }

    private static double[] Normals(RandomStream random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];

    private static double[] Combination(double[] weights, double[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(feature => weights.Select((weight, row) => weight * rows[row][feature]).Sum())];

    private static IEnumerable<TokenSequence> Shrink(TokenSequence sequence)
    {
        int[] all = [.. Enumerable.Range(0, sequence.Count)];
        if (sequence.Count > 1)
        {
            yield return sequence.Take(all[(sequence.Count / 2)..]);
            yield return sequence.Take(all[..(sequence.Count / 2)]);
            if (sequence.Count <= 12)
            {
                foreach (var left in all) yield return sequence.Take(all.Where(token => token != left));
            }
        }

        foreach (var features in new[] { 1, sequence.Features / 2, sequence.Features - 1 }.Where(features => features >= 1 && features < sequence.Features).Distinct())
            yield return sequence with { Rows = [.. sequence.Rows.Select(row => row[..features])] };
        if (sequence.Sigma != 1) yield return sequence with { Sigma = 1 };
        var rounded = sequence with { Rows = [.. sequence.Rows.Select(row => row.Select(value => Math.Round(value)).ToArray())] };
        if (rounded.Rows.Zip(sequence.Rows).Any(pair => !pair.First.SequenceEqual(pair.Second))) yield return rounded;
    }
}
