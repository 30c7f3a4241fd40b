using Infoscope.Engine.Studies;

namespace Infoscope.Engine.Tests.Studies;

public sealed class OffsetFitTests
{
    // A sum of squares is as exact as its rounding, 1e-16; the offset that it is least at, in units of the range, as its root.
    private const double RootOfRounding = 1e-7;

    private static readonly double[] Sizes = [.. Enumerable.Range(0, 40).Select(i => Math.Pow(10, 6 + (0.1 * i)))];

    [Theory]
    [InlineData(0.1, 2, -0.3)]
    [InlineData(3, -20, -0.2)]
    [InlineData(1, 1e-4, 0.5)]
    [InlineData(5, -1e-3, 0.3)]
    [InlineData(-0.01, 1, -0.2)]
    public void APlantedLawIsFoundWithoutNoise(double offset, double scale, double exponent)
    {
        double[] values = [.. Sizes.Select(size => offset + (scale * Math.Pow(size, exponent)))];
        var fit = OffsetFit.Of(Sizes, values)!;
        Assert.Equal(offset, fit.Offset, RootOfRounding * (values.Max() - values.Min()) * 10);
        Assert.Equal(1, fit.Exponent / exponent, 1e-6);
        Assert.Equal(1, fit.Scale / scale, 1e-5);
        Assert.False(fit.IsWeaklyIdentified);
    }

    [Fact]
    public void TheIntervalHoldsAPlantedOffsetInNineteenOfTwentyDraws()
    {
        const double offset = 0.05;
        const int draws = 100;
        var random = new RandomStream(2, "offset");
        var covered = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            var fit = OffsetFit.Of(Sizes, [.. Sizes.Select(size => (offset + (5 * Math.Pow(size, -0.3))) * Math.Exp(0.01 * random.NextNormal()))])!;
            Assert.False(fit.IsWeaklyIdentified);
            Assert.False(fit.MayBeZero);
            if (fit.Low <= offset && offset <= fit.High) covered++;
        }

        // Four standard deviations of a binomial share of 0.95.
        Assert.Equal(0.95, (double)covered / draws, 4 * Math.Sqrt(0.95 * 0.05 / draws));
    }

    [Fact]
    public void FewSizesIdentifyItWeakly()
    {
        double[] Values(int count) => [.. Sizes.Take(count).Select(size => 0.1 + (2 * Math.Pow(size, -0.3)))];
        Assert.True(OffsetFit.Of(Sizes[..6], Values(6))!.IsWeaklyIdentified);
        Assert.False(OffsetFit.Of(Sizes[..7], Values(7))!.IsWeaklyIdentified);
        Assert.Null(OffsetFit.Of(Sizes[..3], Values(3)));
    }

    [Fact]
    public void AFlatProfileIdentifiesItWeakly()
    {
        // Values that are linear in ln x fit ever better the farther the offset is away.
        var fit = OffsetFit.Of(Sizes, [.. Sizes.Select(size => 10 - (0.3 * Math.Log(size)))])!;
        Assert.True(fit.IsWeaklyIdentified);
        Assert.True(fit.Low is null || fit.High is null);
    }

    [Fact]
    public void NoiseAroundALawWithoutOffsetMayHaveNone()
    {
        var random = new RandomStream(3, "no offset");
        double[] values = [.. Sizes.Select(size => Math.Pow(size, -0.2) * Math.Exp(0.02 * random.NextNormal()))];
        var fit = OffsetFit.Of(Sizes, values)!;
        Assert.True(fit.MayBeZero);
        // The law without an offset is one of those searched.
        Assert.True(fit.ResidualSumOfSquares <= LogLogFit.Of(Sizes, values).ResidualSumOfSquares * (1 + 1e-9));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NumbersWithoutALogarithmAreRefused(double number)
    {
        double[] good = [1, 2, 3, 4, 5], bad = [1, 2, number, 4, 5];
        const string Refusal = "a number is not positive and finite; a power law has no others.";
        Assert.StartsWith(Refusal, Assert.Throws<ArgumentException>(() => OffsetFit.Of(good, bad)).Message);
        Assert.StartsWith(Refusal, Assert.Throws<ArgumentException>(() => OffsetFit.Of(bad, good)).Message);
        Assert.StartsWith("there are 5 x and 4 y; give as many.", Assert.Throws<ArgumentException>(() => OffsetFit.Of(good, good[..4])).Message);
    }

    [Fact]
    public void EqualValuesHaveNone() => Assert.Null(OffsetFit.Of(Sizes, [.. Sizes.Select(_ => 0.5)]));
}
