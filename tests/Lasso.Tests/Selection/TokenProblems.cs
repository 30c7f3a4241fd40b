using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.Lasso.Tests.Selection;

/// <summary>Generates and shrinks token problems: 1 to 60 context tokens of 1 to 40 features.</summary>
public static class TokenProblems
{
    private const int LargestContext = 60, LargestFeatures = 40;

    private enum Kind
    {
        Gaussian, Autoregressive, Duplicates, NearDuplicates, SmallIntegers, AnyScale, AnySize, WithZeros, TargetInContext, Wide,
    }

    /// <summary>Gets problems of every kind.</summary>
    public static Arbitrary<TokenProblem> All { get; } = Arb.From(
        (from kind in Gen.Elements(Enum.GetValues<Kind>())
         from context in Gen.Frequency((1, Gen.Choose(1, 3)), (3, Gen.Choose(4, 20)), (1, Gen.Choose(21, LargestContext)))
         from features in Gen.Choose(1, LargestFeatures)
         from ratio in Gen.Elements(0.9, 0.5, 0.2, 0.1, 0.03, 0.01, 0.001)
         from seed in Gen.Choose(0, int.MaxValue)
         select Make(kind, context, features, ratio, (ulong)seed)).Where(problem => problem.IsUsable),
        problem => Shrink(problem).Where(smaller => smaller.IsUsable));

    /// <summary>Gets Gaussian tokens, at most half as many as features: their weights are well determined.</summary>
    public static Arbitrary<TokenProblem> WellConditioned { get; } = Arb.From(
        from context in Gen.Choose(1, 20)
        from features in Gen.Choose(2 * context, 2 * context + 20)
        from ratio in Gen.Elements(0.9, 0.5, 0.2, 0.1, 0.03, 0.01)
        from seed in Gen.Choose(0, int.MaxValue)
        select Make(Kind.Gaussian, context, features, ratio, (ulong)seed),
        problem => Shrink(problem).Where(smaller => smaller.IsUsable && 2 * smaller.Context <= smaller.Features));

    private static TokenProblem Make(Kind kind, int context, int features, double ratio, ulong seed)
    {
        var random = new RandomStream(seed, "tokens");
        if (kind == Kind.Wide) features = 1 + (int)random.NextBelow(Math.Max(1, context / 2));
        double[][] tokens = [.. Enumerable.Range(0, context + 1).Select(_ => Normals(random, features))];
        var scale = Math.Pow(10, 200 * random.NextDouble() - 100);
        for (var i = 1; i <= context; i++)
        {
            var before = tokens[(int)random.NextBelow(i)];
            var noise = tokens[i];
            tokens[i] = kind switch
            {
                Kind.Autoregressive => [.. tokens[i - 1].Zip(noise, (old, fresh) => 0.9 * old + 0.4 * fresh)],
                Kind.Duplicates when i < context && random.NextBelow(2) == 0 => [.. before],
                Kind.NearDuplicates when random.NextBelow(2) == 0 => [.. before.Zip(noise, (old, fresh) => old + 1e-6 * fresh)],
                Kind.AnySize => [.. noise.Select(value => value * Math.Pow(10, 6 * random.NextDouble() - 3))],
                Kind.WithZeros when i < context && random.NextBelow(3) == 0 => new double[features],
                _ => noise,
            };
        }

        if (kind == Kind.TargetInContext) tokens[(int)random.NextBelow(context)] = [.. tokens[^1]];
        if (kind == Kind.SmallIntegers) tokens = [.. tokens.Select(token => token.Select(value => Math.Round(value)).ToArray())];
        if (kind == Kind.AnyScale) tokens = [.. tokens.Select((token, i) => token.Select(value => value * (i < context ? scale : 1 / scale)).ToArray())];
        return new TokenProblem { Tokens = tokens, Ratio = ratio, Seed = seed };
    }

    private static double[] Normals(RandomStream random, int features) => [.. Enumerable.Range(0, features).Select(_ => random.NextNormal())];

    private static IEnumerable<TokenProblem> Shrink(TokenProblem problem)
    {
        var context = problem.Context;
        if (context > 1)
        {
            yield return problem with { Tokens = problem.Tokens[(context / 2)..] };
            yield return problem with { Tokens = [.. problem.Tokens[..(context / 2)], problem.Target] };
            for (var left = 0; context <= 12 && left < context; left++) yield return problem with { Tokens = [.. problem.Tokens[..left], .. problem.Tokens[(left + 1)..]] };
        }

        foreach (var features in new[] { 1, problem.Features / 2, problem.Features - 1 }.Where(features => features >= 1 && features < problem.Features).Distinct())
            yield return problem with { Tokens = [.. problem.Tokens.Select(token => token[..features])] };
        if (problem.Ratio < 0.5) yield return problem with { Ratio = 0.5 };
        foreach (var digits in new[] { 0, 2 })
        {
            double[][] rounded = [.. problem.Tokens.Select(token => token.Select(value => Math.Round(value, digits)).ToArray())];
            if (!rounded.Zip(problem.Tokens).All(pair => pair.First.SequenceEqual(pair.Second))) yield return problem with { Tokens = rounded };
        }
    }
}
