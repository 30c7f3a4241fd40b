using Infoscope.Plugins.DiffusionSpectral.Variants;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Variants;

public sealed class BinnedEntropyTests
{
    private const double Rounding = 1e-14;

    [Fact]
    public void BinsOfAGridAreThoseOfThePublishedEdges()
    {
        // 0.3, 0.6 and 0.7 lie below the rounded edges 3/10, 6/10 and 7/10, and 1 is in the last bin: bins 1 2 3 3 5 6 6 7 9 10 10.
        var grid = new Points([.. Enumerable.Range(0, 11).Select(value => (double)value)], 11, 1);
        int[] counts = [1, 1, 2, 1, 2, 1, 1, 2];
        Assert.Equal(-counts.Sum(count => count / 11.0 * Math.Log(count / 11.0)), new BinnedEntropy(10).Of(grid).Nats, Rounding);
    }

    [Fact]
    public void AColumnOfTheSmallestNumbersIsBinned() => Assert.Equal(Math.Log(2), new BinnedEntropy(2).Of(new Points([0, double.Epsilon], 2, 1)).Nats, Rounding);
}
