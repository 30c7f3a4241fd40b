using Infoscope.Conformance.Truths;

namespace Infoscope.Tests.Conformance.Truths.Numerics;

public sealed class NumericsTests
{
    // Probabilities below x: Abramowitz and Stegun, table 26.1, and the tail at 10 from its asymptotic series.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068542949)]
    [InlineData(-1, 0.158655253931457051)]
    [InlineData(-2, 0.0227501319481792072)]
    [InlineData(-5, 2.86651571879193912e-7)]
    [InlineData(-10, 7.61985302416052607e-24)]
    public void TheNormalDistributionFunctionHasItsTabulatedValues(double x, double expected) => Assert.Equal(1, NormalDistribution.Cumulative(x) / expected, 1e-13);

    [Fact]
    public void BothBranchesOfTheNormalDistributionFunctionMeet()
    {
        // A step of 2e-9 times the density at -3; the rest is the difference of the branches.
        var jump = NormalDistribution.Cumulative(-3 + 1e-9) - NormalDistribution.Cumulative(-3 - 1e-9);
        Assert.Equal(2e-9 * Math.Exp(NormalDistribution.LogDensity(3)), jump, 1e-15);
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(0.001)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.975)]
    public void TheQuantileInvertsTheDistributionFunction(double probability) => Assert.Equal(1, NormalDistribution.Cumulative(NormalDistribution.Quantile(probability)) / probability, 1e-12);

    [Theory]
    [InlineData(0.5, 0.572364942924700087)]
    [InlineData(1, 0)]
    [InlineData(5, 3.17805383034794562)]
    [InlineData(10.5, 13.9406252194037637)]
    [InlineData(100, 359.134205369575399)]
    public void TheLogarithmOfTheGammaFunctionHasItsValues(double x, double expected) => Assert.Equal(expected, GammaFunction.Log(x), 1e-13 * Math.Max(1, expected));

    [Theory]
    [InlineData(1, -0.577215664901532861)]
    [InlineData(0.5, -1.96351002602142348)]
    [InlineData(10, 2.25175258906672111)]
    public void TheDigammaFunctionHasItsValues(double x, double expected) => Assert.Equal(expected, GammaFunction.Digamma(x), 1e-14 * 4);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(39)]
    public void GaussLegendreIsExactForPowersBelowTwiceItsNodes(int power) => Assert.Equal(1.0 / (power + 1), GaussLegendre.Over(x => Math.Pow(x, power), 0, 1, 1), 1e-14);

    [Fact]
    public void GaussLegendreIsNotExactBeyond() => Assert.NotEqual(1.0 / 121, GaussLegendre.Over(x => Math.Pow(x, 120), 0, 1, 1), 1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(4, 3)]
    [InlineData(6, 15)]
    public void TheTrapezoidalRuleHasTheMomentsOfTheNormalDistribution(int power, double expected) => Assert.Equal(expected, Trapezoid.MeanOverNormal(u => Math.Pow(u, power)), 1e-12);

    [Fact]
    public void TheMeanOfAnExponentialIsItsMomentGeneratingFunction() => Assert.Equal(1, Trapezoid.MeanOverNormal(u => Math.Exp(3 * u)) / Math.Exp(4.5), 1e-12);

    [Fact]
    public void SumsOfExponentialsNeitherOverflowNorVanish()
    {
        Assert.Equal(1000 + Math.Log(2), LogSum.OfExponentials([1000, 1000]), 1e-12);
        Assert.Equal(-1000 + Math.Log(2), LogSum.OfExponentials([-1000, -1000]), 1e-12);
        Assert.Equal(double.NegativeInfinity, LogSum.OfExponentials([double.NegativeInfinity, double.NegativeInfinity]));
        Assert.Equal(Math.Exp(-50), LogSum.OnePlusExponential(-50), 1e-36);
        Assert.Equal(800, LogSum.OnePlusExponential(800));
    }

    [Fact]
    public void RandomNumbersHaveTheirMeans()
    {
        var random = new RandomStream(1, "means");
        const int draws = 20_000;
        // Standard deviations of one draw: 1, sqrt(6) and 2; 4 standard errors.
        Assert.Equal(1, Enumerable.Range(0, draws).Average(_ => random.NextExponential()), 4 / Math.Sqrt(draws));
        Assert.Equal(3, Enumerable.Range(0, draws).Average(_ => random.NextChiSquare(3)), 4 * Math.Sqrt(6.0 / draws));
        Assert.Equal(4, Enumerable.Range(0, draws).Average(_ => random.NextPoisson(4)), 4 * 2 / Math.Sqrt(draws));
    }

    [Fact]
    public void ACategoryOfNoProbabilityIsNotDrawn()
    {
        var random = new RandomStream(2, "categories");
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(random.NextCategory([0, 0.1, 0.7, 0.2, 0]), 1, 3));
    }
}
