using FsCheck.Xunit;

namespace Infoscope.Plugins.Spectrum.Tests.Features;

public sealed class ClosedFormTests
{
    // The partial sums of an entropy of 512 terms, at most ln 512, round by 512 x 1.1e-16 x 6.2 in all.
    private const double Relative = 1e-12;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(512)]
    public void CodesOfOneFeatureEachInTurnHaveAllFeatures(int features)
    {
        var table = new FeaturesRun { Rows = [.. Enumerable.Range(0, 3 * features).Select(row => OneHot(features, row % features, 2.5))] }.Estimate();
        Assert.Equal(features, table.Effective, Relative * features);
        Assert.Equal(1, table.Share, Relative);
        Assert.Equal((features, 1), (table.Active, table.MeanActive));
    }

    [Fact]
    public void CodesOfOneFeatureHaveOne()
    {
        var table = new FeaturesRun { Rows = [.. Enumerable.Range(1, 9).Select(row => OneHot(5, 3, row))] }.Estimate();
        Assert.Equal([1, 0.2, 1, 1], table.Numbers);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1e-300, 1)]
    [InlineData(1e200, 3e200)]
    public void TwoFeaturesOfSharesPAndQHaveOneOverPToThePQToTheQ(double a, double b)
    {
        var p = a / (a + b);
        var expected = p < 1e-100 ? 1 : Math.Pow(p, -p) * Math.Pow(1 - p, p - 1);
        var table = new FeaturesRun { Rows = [[a, 0, 0, b / 4], [0, 0, 0, 3 * b / 4]] }.Estimate();
        Assert.Equal(expected, table.Effective, Relative * expected);
        Assert.Equal([2, 1.5], table.Numbers[2..]);
    }

    [Fact]
    public void AbsoluteCodesCountTheSizeOfEitherSign()
    {
        double[][] signed = [[-1, 2, 0], [1, -2, 0]], sizes = [[1, 2, 0], [1, 2, 0]];
        Assert.Equal(new FeaturesRun { Rows = sizes }.Estimate().Numbers, new FeaturesRun { Rows = signed, Codes = "absolute" }.Estimate().Numbers);
    }

    [Property]
    public void EffectiveFeaturesAreAtLeastOneAndAtMostThoseEverActive(ushort seed, byte rows, byte features)
    {
        var run = FeaturesRun.OfCodes(1 + (rows % 50), 1 + (features % 30), seed);
        if (run.Rows.All(row => row.All(value => value == 0))) return;
        var table = run.Estimate();
        Assert.InRange(table.Effective, 1 - Relative, table.Active * (1 + Relative));
        Assert.InRange(table.MeanActive, 0, table.Active);
        Assert.Equal(run.Rows.Average(row => row.Count(value => value > 0)), table.MeanActive, Relative * table.Active);
    }

    private static double[] OneHot(int features, int at, double value) => [.. Enumerable.Range(0, features).Select(feature => feature == at ? value : 0)];
}
