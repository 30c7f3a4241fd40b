using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Gains;

namespace Infoscope.Plugins.Lasso.Tests.Gains;

public sealed class ConcentrationTests
{
    private const double Rounding = 1e-12;

    private static Arbitrary<double[]> Terms { get; } = Arb.From(
        from count in Gen.Choose(1, 40)
        from seed in Gen.Choose(0, int.MaxValue)
        from power in Gen.Elements(0.0, 1, 8)
        select Draw(count, power, (ulong)seed),
        terms => terms.Length > 1 ? [terms[1..], terms[..^1]] : []);

    [Fact]
    public void EqualTermsAreNotConcentrated()
    {
        var equal = Concentration.Of([0.3, 0.3, 0.3, 0.3]);
        Assert.Equal(0, equal.Gini!.Value, Rounding);
        Assert.Equal(1, equal.NormalizedEntropy!.Value, Rounding);
        Assert.Equal(4, equal.ParticipationRatio!.Value, Rounding);
        Assert.Equal(2, equal.HalfCount);
    }

    [Fact]
    public void OneTermThatIsNotZeroHoldsAll()
    {
        var single = Concentration.Of([0, 0, 5e-200, 0, 0]);
        Assert.Equal(0.8, single.Gini!.Value, Rounding);
        Assert.Equal(0, single.NormalizedEntropy!.Value, Rounding);
        Assert.Equal(1, single.ParticipationRatio!.Value, Rounding);
        Assert.Equal(1, single.HalfCount);
    }

    [Fact]
    public void KnownTermsHaveTheirKnownIndices()
    {
        // Shares 1/7, 2/7, 4/7.
        var indices = Concentration.Of([4, 1, 2]);
        Assert.Equal(2 * (4 - 1) / (3.0 * 7), indices.Gini!.Value, Rounding);
        Assert.Equal(49.0 / 21, indices.ParticipationRatio!.Value, Rounding);
        Assert.Equal((Math.Log(7) - (2 * Math.Log(2) + 4 * Math.Log(4)) / 7) / Math.Log(3), indices.NormalizedEntropy!.Value, Rounding);
        Assert.Equal(1, indices.HalfCount);
    }

    [Fact]
    public void OneTermHasNoEntropyToNormalize()
    {
        var one = Concentration.Of([2.5]);
        Assert.Equal((0, null, 1, 1), (one.Gini, one.NormalizedEntropy, one.ParticipationRatio, one.HalfCount));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void ASumOfZeroHasNoShares(int count) => Assert.Equal(default, Concentration.Of(new double[count]));

    [Theory]
    [InlineData(-1e-300)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void TermsMustBeFiniteAndNotBelowZero(double term) => Assert.Throws<ArgumentException>(() => Concentration.Of([1, term]));

    [Property]
    public Property TheIndicesStayInTheirRangesAndDoNotDependOnOrderOrScale() => Prop.ForAll(Terms, terms =>
    {
        var indices = Concentration.Of(terms);
        Assert.InRange(indices.Gini!.Value, -Rounding, 1 - 1.0 / terms.Length + Rounding);
        if (terms.Length > 1) Assert.InRange(indices.NormalizedEntropy!.Value, -Rounding, 1 + Rounding);
        Assert.InRange(indices.ParticipationRatio!.Value, 1 - Rounding, terms.Length * (1 + Rounding));
        Assert.InRange(indices.HalfCount!.Value, 1, (terms.Length + 1) / 2);
        Assert.Equal(indices, Concentration.Of([.. terms.Reverse().Select(term => Math.ScaleB(term, -900))]));
    });

    private static double[] Draw(int count, double power, ulong seed)
    {
        var random = new RandomStream(seed, "terms");
        return [.. Enumerable.Range(0, count).Select(_ => Math.Pow(1 - random.NextDouble(), power))];
    }
}
