using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Clustering;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

public sealed class EqualWidthBinsTests
{
    [Fact]
    public void AValueOnAnEdgeBelongsToTheBinAboveAndTheLargestToTheLast() => Assert.Equal([1, 1, 2, 3, 4, 4], EqualWidthBins.Of([0, 0.5, 1, 2, 3, 4], 4));

    // 3 x 0.1, 6 x 0.1 and 7 x 0.1 round above 3/10, 6/10 and 7/10.
    [Fact]
    public void AnEdgeIsAMultipleOfTheRoundedWidth() => Assert.Equal([1, 2, 3, 3, 5, 6, 6, 7, 9, 10, 10], EqualWidthBins.Of([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 10));

    [Fact]
    public void AnEmptyBinDoesNotOccur() => Assert.Equal([1, 10, 1], EqualWidthBins.Of([0, 5, 0.1], 10));

    [Fact]
    public void AConstantColumnIsOneClass() => Assert.Equal([1, 1, 1], EqualWidthBins.Of([7, 7, 7], 10));

    [Theory]
    [InlineData(1.7e308)]
    [InlineData(double.Epsilon)]
    public void ARangeBeyondTheLargestDoubleOrOfTheSmallestIsDivided(double extreme) => Assert.Equal([1, 2, 3], EqualWidthBins.Of([-extreme, 0, extreme], 3));

    [Property]
    public void BinsFollowTheOrderOfTheValuesFromTheFirstToTheLast(int seed)
    {
        var random = new RandomStream((ulong)seed, "bins");
        var bins = 2 + (int)random.NextBelow(40);
        double[] values = [.. Enumerable.Range(0, 2 + (int)random.NextBelow(100)).Select(_ => random.NextNormal()).Order()];
        var ids = EqualWidthBins.Of(values, bins);
        Assert.Equal(ids.Order(), ids);
        Assert.Equal((1, bins), (ids[0], ids[^1]));
        var width = (values[^1] - values[0]) / bins;
        const double Rounding = 1e-13; // of places up to 41, rounded a few times
        Assert.All(values.Zip(ids), pair => Assert.InRange((pair.First - values[0]) / width, pair.Second - 1 - Rounding, pair.Second + Rounding));
    }
}
