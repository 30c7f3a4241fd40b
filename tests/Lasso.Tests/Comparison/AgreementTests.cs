using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Comparison;

namespace Infoscope.Plugins.Lasso.Tests.Comparison;

public sealed class AgreementTests
{
    private const double Rounding = 1e-15;

    // Few different values, so that ties are common.
    private static Arbitrary<double[]> Scores { get; } = Arb.From(
        from values in Gen.ArrayOf(Gen.Choose(-3, 3))
        select values.Select(value => value / 2.0).ToArray(),
        scores => scores.Length == 0 ? [] : [scores[1..], scores[..^1]]);

    [Fact]
    public void OverlapAndJaccardCountTheCommonTokens()
    {
        var overlap = SetOverlap.Of([7, 2, 5, 0], [2, 9, 0, 1], 16);
        Assert.Equal((2, 0.5, 0.25, 2.0 / 6), (overlap.Common, overlap.Overlap!.Value, overlap.Chance!.Value, overlap.Jaccard!.Value));
    }

    [Fact]
    public void EmptySetsHaveNoOverlap()
    {
        var overlap = SetOverlap.Of([], [], 16);
        Assert.Equal((null, null, null), (overlap.Overlap, overlap.Chance, overlap.Jaccard));
    }

    [Fact]
    public void AllTokensOverlapByChance()
    {
        var overlap = SetOverlap.Of([1, 0], [0, 1], 2);
        Assert.Equal((1, 1, 1), (overlap.Overlap, overlap.Chance, overlap.Jaccard));
    }

    [Fact]
    public void SetsOfDifferentSizesAreRefused() => Assert.Throws<ArgumentException>(() => SetOverlap.Of([1], [], 4));

    [Fact]
    public void TiedValuesShareTheirMeanRank()
    {
        // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 over the square root of 4.5 times 5.
        Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), RankCorrelation.Of([1, 2, 2, 3], [1, 3, 5, 9])!.Value, Rounding);
    }

    [Fact]
    public void ConstantsAndSinglesHaveNoRankCorrelation()
    {
        Assert.Null(RankCorrelation.Of([1, 1, 1], [1, 2, 3]));
        Assert.Null(RankCorrelation.Of([1, 2, 3], [0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2]));
        Assert.Null(RankCorrelation.Of([1], [2]));
        Assert.Null(RankCorrelation.Of([], []));
        Assert.Throws<ArgumentException>(() => RankCorrelation.Of([1], []));
    }

    [Property]
    public Property RankCorrelationIsSymmetricAndDependsOnTheOrderAlone() => Prop.ForAll(Scores, Arb.From(Gen.Choose(0, 1000)), (scores, seed) =>
    {
        var random = new RandomStream((ulong)seed, "scores");
        double[] others = [.. scores.Select(_ => Math.Floor(4 * random.NextDouble()))];
        var correlation = RankCorrelation.Of(scores, others);
        Assert.Equal(correlation, RankCorrelation.Of(others, scores));
        Assert.Equal(correlation, RankCorrelation.Of([.. scores.Select(Math.Exp)], others));
        if (correlation is not { } value) return;
        Assert.InRange(value, -1 - Rounding, 1 + Rounding);
        Assert.Equal(-value, RankCorrelation.Of([.. scores.Select(score => -score)], others)!.Value, Rounding);
        Assert.Equal(1, RankCorrelation.Of(scores, scores)!.Value, Rounding);
    });
}
