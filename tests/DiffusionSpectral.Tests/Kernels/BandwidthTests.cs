using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Kernels;

public sealed class BandwidthTests
{
    private static readonly Points Line = new([0, 1, 3, 7], 4, 1);

    [Theory]
    [InlineData("3", 3)]
    [InlineData("1e-3", 1e-3)]
    [InlineData("sqrt-features", 1)]
    [InlineData("median", 3.5)]
    [InlineData("median/4", 0.875)]
    [InlineData("median/0.5", 7)]
    public void EachRuleGivesItsBandwidth(string text, double expected)
    {
        // The distances are 1, 2, 3, 4, 6, 7.
        using var compute = TestCompute.Open();
        Assert.Equal(expected, Bandwidth.Parse(text, "owner").Resolve(compute, Line, CancellationToken.None));
    }

    [Fact]
    public void TheRootOfFeaturesIsTaken()
    {
        using var compute = TestCompute.Open();
        Assert.Equal(3, Bandwidth.Parse("sqrt-features", "owner").Resolve(compute, new Points(new double[18], 2, 9), CancellationToken.None));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("")]
    [InlineData("median/0")]
    [InlineData("median/")]
    [InlineData("median/-4")]
    [InlineData("Median")]
    [InlineData("sqrt")]
    public void AnotherTextIsRefusedInOneSentence(string text)
    {
        var refusal = Assert.Throws<OptionException>(() => Bandwidth.Parse(text, "owner"));
        Assert.Equal($"owner.bandwidth is '{text}'; allowed is {Bandwidth.Allowed}.", refusal.Message);
    }

    [Fact]
    public void AMedianOfZeroIsRefused()
    {
        // Six of ten pairs are equal.
        using var compute = TestCompute.Open();
        var refusal = Assert.Throws<NumericalFailureException>(() => Bandwidth.Parse("median/4", "owner").Resolve(compute, new Points([2, 2, 2, 2, 5], 5, 1), CancellationToken.None));
        Assert.Equal("bandwidth 'median/4' is 0, as the median distance of the 5 rows is: more than half of the pairs of rows are equal; use a number as bandwidth.", refusal.Message);
    }

    [Fact]
    public void HalfOfThePairsBeingEqualIsNotRefused()
    {
        // Three distances 0 and three of 4: the median is the mean of the two in the middle.
        using var compute = TestCompute.Open();
        Assert.Equal(2, Bandwidth.Parse("median", "owner").Resolve(compute, new Points([0, 0, 0, 4], 4, 1), CancellationToken.None));
    }

    [Fact]
    public void OneRowHasNoMedian()
    {
        using var compute = TestCompute.Open();
        Assert.Throws<NumericalFailureException>(() => Bandwidth.Parse("median", "owner").Resolve(compute, new Points([2], 1, 1), CancellationToken.None));
        Assert.Equal(3, Bandwidth.Parse("3", "owner").Resolve(compute, new Points([2], 1, 1), CancellationToken.None));
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-320)]
    public void ABandwidthBeyondTheRangeIsRefused(double distance)
    {
        using var compute = TestCompute.Open();
        Assert.Throws<NumericalFailureException>(() => Bandwidth.Parse("median", "owner").Resolve(compute, new Points([0, distance], 2, 1), CancellationToken.None));
    }

    [Fact]
    public void ACancelledMedianStops()
    {
        using var compute = TestCompute.Open();
        Assert.Throws<OperationCanceledException>(() => Bandwidth.Parse("median", "owner").Resolve(compute, Line, new CancellationToken(canceled: true)));
    }
}
