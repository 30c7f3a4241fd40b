using Infoscope.Plugins.Binning.SpecialFunctions;

namespace Infoscope.Plugins.Binning.Tests.SpecialFunctions;

public sealed class LogarithmsTests
{
    // Four roundings: of the sum, the logarithm, the quotient and the product.
    private const double Error = 4 * 2.3e-16;

    [Theory]
    [InlineData(0)]
    [InlineData(1e-300)]
    [InlineData(-1e-20)]
    [InlineData(1e-9)]
    [InlineData(-1e-5)]
    [InlineData(1e-3)]
    public void SmallArgumentsFollowTheirSeries(double x)
    {
        AssertNear(x * (1 - (x / 2) + (x * x / 3) - (x * x * x / 4) + (x * x * x * x / 5)), Logarithms.OfOnePlus(x));
        AssertNear(x * (1 + (x / 2) + (x * x / 6) + (x * x * x / 24) + (x * x * x * x / 120)), Logarithms.ExponentialLessOne(x));
    }

    [Theory]
    [InlineData(-0.9)]
    [InlineData(0.5)]
    [InlineData(1e10)]
    public void OthersAreThoseOfTheRuntime(double x) => AssertNear(Math.Log(1 + x), Logarithms.OfOnePlus(x));

    [Fact]
    public void EndsAreReached()
    {
        Assert.Equal(double.NegativeInfinity, Logarithms.OfOnePlus(-1));
        Assert.Equal(double.PositiveInfinity, Logarithms.OfOnePlus(double.PositiveInfinity));
        Assert.Equal(-1, Logarithms.ExponentialLessOne(double.NegativeInfinity));
        Assert.Equal(-1, Logarithms.ExponentialLessOne(-50));
        Assert.Equal(double.PositiveInfinity, Logarithms.ExponentialLessOne(1000));
    }

    private static void AssertNear(double expected, double actual) => Assert.InRange(actual, expected - (Error * Math.Abs(expected)), expected + (Error * Math.Abs(expected)));
}
