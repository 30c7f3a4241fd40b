using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Tests.Calibration;

public sealed class NullDistributionTests
{
    [Fact]
    public void WithoutAFloorTheBoundIsThatOfOneMoreNormalValue()
    {
        // Mean 0 and standard deviation 1 of 3 values: t(0.99, 2) = 6.964557, times sqrt(4/3) is 8.041978.
        var under = new NullDistribution([-1, 0, 1], 0);
        Assert.False(under.IsExceededBy(8.0419, null));
        Assert.True(under.IsExceededBy(8.0421, null));
    }

    [Fact]
    public void AFloorFarBelowTheNullChangesNothingMuch()
    {
        var under = new NullDistribution([99, 100, 101], 0);
        // To second order in sd/mean the bound rises by (t^2 - 1)/3 sd^2/(mean - floor).
        var rise = (Math.Pow(8.041978, 2) - 1) / 3 / 100;
        Assert.False(under.IsExceededBy(108.041 + (0.98 * rise), 0));
        Assert.True(under.IsExceededBy(108.043 + (1.02 * rise), 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(40)]
    public void OneOfAHundredSumsOfSquaresIsAboveTheBoundOfTwentyOthers(int terms)
    {
        // 1.86 % with one term was the worst of a simulation with 8,000 trials, 5.3 % without the floor; 4,000 trials leave 0.16 % of one standard deviation.
        const int Trials = 4000;
        var random = new RandomStream(5, "squares");
        double Sum() => Enumerable.Range(0, terms).Sum(_ => Math.Pow(random.NextNormal(), 2));
        var above = Enumerable.Range(0, Trials).Count(_ =>
        {
            var under = new NullDistribution([.. Enumerable.Range(0, 20).Select(_ => Sum())], 0);
            return under.IsExceededBy(Sum(), 0) == true;
        });
        Assert.InRange(above / (double)Trials, 0.002, 0.024);
    }

    [Fact]
    public void AValueThatIsNotFiniteLeavesNoDistribution()
    {
        var under = new NullDistribution([1, double.NaN, 2], 0);
        Assert.Equal((1, null, null, null, null), (under.Unusable, under.Mean, under.StandardDeviation, under.PValue(1), under.IsExceededBy(1, 0)));
    }

    [Fact]
    public void WhatDiffersByTheRoundingOfItsPartsAloneIsATie()
    {
        // Informations of 1e-16 nats that come of entropies of 4.6 nats.
        var under = new NullDistribution([0, 1e-16, 2e-16], 4.6);
        Assert.Equal((1.0, false), (under.PValue(9e-16)!.Value, under.IsExceededBy(9e-16, 0)!.Value));
        Assert.Equal((0.25, true), (under.PValue(9e-12)!.Value, under.IsExceededBy(9e-12, 0)!.Value));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public void ABoundIsNeverBelowThatOfOneMoreNormalValue(int count)
    {
        // One value of many is not at the floor, so the spread is many times the mean; the bound of the cube root would fall below the floor.
        var under = new NullDistribution([1, .. Enumerable.Repeat(0.0, count - 1)], 0);
        Assert.False(under.IsExceededBy(under.Mean!.Value, 0));
        Assert.False(under.IsExceededBy(0, 0));
        Assert.False(under.IsExceededBy(under.Mean.Value + (2.3 * under.StandardDeviation!.Value), 0));
        Assert.True(under.IsExceededBy(1, 0));
    }
}
