using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Tests.Sums;

public sealed class EntropiesTests
{
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    public void ATinyDivergenceKeepsItsDigits(double difference)
    {
        // Of (1/2 + x, 1/2 - x) from (1/2, 1/2): ln 2 - H = 2 x^2 + 4/3 x^4 + O(x^6).
        var expected = 2 * difference * difference + 4.0 / 3 * Math.Pow(difference, 4);
        // 1/2 + x is rounded to 1e-16, and the divergence doubles what that is relative to x.
        var relative = 4e-16 / difference + 1e-9 * difference;
        Assert.Equal(1, Entropies.Divergence([0.5 + difference, 0.5 - difference], [0.5, 0.5]) / expected, relative);
    }

    [Property(MaxTest = 300)]
    public Property TheDivergenceIsItsDefinitionOnBothSidesOfTheSeries() => Prop.ForAll(Pairs, pair =>
    {
        var (p, q) = pair;
        var expected = p.Zip(q, (share, other) => share > 0 ? share * Math.Log(share / other) : 0).Sum();
        Assert.Equal(expected, Entropies.Divergence(p, q), 1e-14);
    });

    [Property(MaxTest = 300)]
    public Property TheJensenShannonDivergenceIsSymmetricAndInItsRange() => Prop.ForAll(Pairs, pair =>
    {
        var (p, q) = pair;
        var value = Entropies.JensenShannon(p, q);
        Assert.Equal(value, Entropies.JensenShannon(q, p), 1e-15);
        Assert.InRange(value, 0, Math.Log(2) + 1e-15);
    });

    [Fact]
    public void DisjointDistributionsAreTheLogarithmOfTwoApart() =>
        Assert.Equal(Math.Log(2), Entropies.JensenShannon([0.25, 0.75, 0, 0], [0, 0, 1, 0]), 1e-15);

    [Fact]
    public void CertaintyHasNoEntropyAndTheUniformHasTheLogarithm()
    {
        Assert.Equal(0.0, Entropies.Entropy([0, 1, 0]));
        Assert.False(double.IsNegative(Entropies.Entropy([0, 1, 0])));
        Assert.Equal(Math.Log(8), Entropies.Entropy([.. Enumerable.Repeat(0.125, 8)]), 1e-15);
    }

    [Fact]
    public void AShareThatBecameNothingInTheMeanIsNoInfinity() =>
        Assert.Equal(0, Entropies.Divergence([1, double.Epsilon], [1, 0]), 1e-300);

    [Fact]
    public void ADistributionIsNowhereFromItselfHoweverSmallItsShares() =>
        Assert.Equal(0.0, Entropies.Divergence([1, 1e-290, 1e-309, double.Epsilon], [1, 1e-290, 1e-309, double.Epsilon]));

    // Distributions from far apart to nearly equal, with zeros in the first.
    private static Arbitrary<(double[] P, double[] Q)> Pairs { get; } = (
        from length in Gen.Choose(2, 20)
        from seed in Gen.Choose(0, int.MaxValue)
        from closeness in Gen.Elements(0.0, 1e-8, 1e-3, 0.04, 0.06, 1)
        select Make(length, (ulong)seed, closeness)).ToArbitrary();

    private static (double[] P, double[] Q) Make(int length, ulong seed, double closeness)
    {
        var random = new RandomStream(seed, "pairs");
        double[] q = [.. Enumerable.Range(0, length).Select(_ => 0.01 + random.NextDouble())];
        double[] p = [.. q.Select(share => closeness == 1 && random.NextBelow(3) == 0 ? 0 : share * (1 + closeness * (random.NextDouble() - 0.5)))];
        if (p.Sum() == 0) p[0] = 1;
        return ([.. p.Select(share => share / p.Sum())], [.. q.Select(share => share / q.Sum())]);
    }
}
