using Infoscope.Plugins.Binning.Grids;
using Infoscope.Plugins.Binning.Tests.Problems;

namespace Infoscope.Plugins.Binning.Tests.Grids;

public sealed class GridTests
{
    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.999, 0)]
    [InlineData(1.0, 1)]
    [InlineData(2.9999999999999996, 2)]
    [InlineData(3.0, 2)]
    [InlineData(-5.0, 0)]
    [InlineData(7.0, 2)]
    public void AValueOnAnEdgeIsInTheBinAboveAndTheLargestInTheLast(double value, int bin) => Assert.Equal(bin, new EqualWidthGrid([0], [3], 3).BinOf(0, value));

    [Theory]
    [InlineData(-double.MaxValue, double.MaxValue)]
    [InlineData(0, double.MaxValue)]
    [InlineData(0, 4 * double.Epsilon)]
    public void EndsOfAnySizeGiveFourEqualBins(double from, double to)
    {
        var grid = new EqualWidthGrid([from], [to], 4);
        int[] bins = [.. new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(share => grid.BinOf(0, (from * (1 - share)) + (to * share)))];
        Assert.Equal([0, 1, 2, 3, 3], bins);
    }

    [Fact]
    public void AConstantFeatureHasOneBin()
    {
        var grid = new EqualWidthGrid([2], [2], 30);
        Assert.Equal(1, grid.BinsOf(0));
        Assert.Equal(0, grid.BinOf(0, 2));
    }

    [Fact]
    public void QuantilesGiveEveryBinEqualNumbersOfDistinctValues()
    {
        var table = new BinningRun { Rows = [.. Enumerable.Range(0, 12).Select(i => new[] { Math.Exp(i) })], Options = { ["grid"] = "quantile", ["bins"] = "4" } }.Estimate();
        // Four symbols of three rows each.
        Assert.Equal(Math.Log(4), table.Entropy, 1e-14);
        Assert.Equal("4", table.Symbols());
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void QuantilesThatCoincideAreOneAndSaySo()
    {
        // Of 8 values, 6 are zeros: the cuts at 1/4, 2/4 and 3/4 are all 0.
        var table = new BinningRun { Rows = [.. new double[] { 0, 0, 0, 0, 0, 0, 1, 2 }.Select(value => new[] { value })], Options = { ["grid"] = "quantile", ["bins"] = "4" } }.Estimate();
        Assert.Equal("2", table.Symbols());
        Assert.Equal(["1 of 1 features have fewer than 4 bins, because quantiles coincide"], table.Notes);
    }

    [Theory]
    [InlineData("min-max", "joint")]
    [InlineData("quantile", "per-dimension")]
    [InlineData("fixed", "argmax")]
    public void ARangeThatNothingLooksAtIsRefused(string grid, string mode) => Assert.Equal(
        "binning.range is -5..5, which a fixed grid alone looks at; give binning.grid=fixed too, with mode=joint or per-dimension, or leave the range out.",
        Assert.Throws<OptionException>(() => new BinningRun { Rows = [[1], [2]], Options = { ["grid"] = grid, ["mode"] = mode, ["range"] = "-5..5" } }.Estimate()).Message);

    [Fact]
    public void ValuesOutsideAFixedRangeAreCountedAndPutIntoTheBinsAtItsEnds()
    {
        var run = new BinningRun { Rows = [[-1.5], [-1], [0.5], [1], [9], [9]], Options = { ["grid"] = "fixed", ["bins"] = "2" } };
        var table = run.Estimate();
        Assert.Equal("2", table.Symbols());
        Assert.Equal(["3 of 6 values lie outside -1..1 and were put into the bins at its ends"], table.Notes);
        Assert.Empty(run.With("range", "-2..9").Estimate().Notes);
    }

    [Theory]
    [InlineData("-1..1", -1, 1)]
    [InlineData("0..0.5", 0, 0.5)]
    [InlineData(".25..1e3", 0.25, 1000)]
    [InlineData("-2.5..-1", -2.5, -1)]
    public void ARangeIsTwoNumbers(string text, double from, double to) => Assert.Equal(new ValueRange(from, to), ValueRange.Parse(text, "binning"));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("1")]
    [InlineData("1..1")]
    [InlineData("2..1")]
    [InlineData("0..inf")]
    [InlineData("0..NaN")]
    [InlineData("a..b")]
    public void AnythingElseIsRefusedInOneSentence(string text) => Assert.Equal(
        $"binning.range is '{text}'; allowed are two numbers A..B, the first below the second, such as -1..1.",
        Assert.Throws<OptionException>(() => ValueRange.Parse(text, "binning")).Message);
}
