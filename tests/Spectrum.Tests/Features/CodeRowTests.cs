using Infoscope.Plugins.Spectrum.Features;

namespace Infoscope.Plugins.Spectrum.Tests.Features;

/// <summary>What becomes of rows that are not codes, or in which nothing is active.</summary>
public sealed class CodeRowTests
{
    [Fact]
    public void ANegativeNumberIsRefusedWithItsRowAndFeature()
    {
        var run = FeaturesRun.OfCodes(100, 3) with { BlockRows = 10 };
        run.Rows[37] = [0, 1, -0.25];
        Assert.Equal(
            "row 37 has -0.25 in feature 2; codes are at least 0: give such rows, or use --set effective-features.codes=absolute.",
            Assert.Throws<NumericalFailureException>(run.Estimate).Message);
        Assert.True((run with { Codes = "absolute" }).Estimate().Effective > 2);
    }

    [Fact]
    public void ANegativeZeroIsNoNegativeNumber() => Assert.Equal([1, 0.5, 1, 1], new FeaturesRun { Rows = [[2, -0.0]] }.Estimate().Numbers);

    [Fact]
    public void RowsThatAreNotFiniteAreLeftOutAndCounted()
    {
        var clean = FeaturesRun.OfCodes(20, 4);
        var table = (clean with { Rows = [[double.NaN, 0, 0, 0], .. clean.Rows, [0, double.NegativeInfinity, -1, 0]] }).Estimate();
        Assert.Equal(clean.Estimate().Numbers, table.Numbers);
        Assert.Equal((20, 2), (table["mean-active"].RowsUsed, table["mean-active"].RowsDropped));
        Assert.Contains("2 non-finite rows were left out of 22", table.Notes);
    }

    [Fact]
    public void ZeroRowsAreCodesInWhichNothingIsActive()
    {
        var table = new FeaturesRun { Rows = [[1, 1], [0, 0], [0, -0.0], [2, 2]] }.Estimate();
        Assert.Equal([2, 1, 2, 1], table.Numbers);
        Assert.Equal((4, 0), (table["effective-features"].RowsUsed, table["effective-features"].RowsDropped));
        Assert.Equal(["no feature is active in 2 of 4 rows"], table.Notes);
    }

    [Fact]
    public void NoActivityAtAllIsRefused()
    {
        Assert.Equal(
            "effective-features has no activity to share out: all 3 finite rows are zero; check the codes.",
            Assert.Throws<NumericalFailureException>(new FeaturesRun { Rows = [[0, 0], [0, 0], [0, 0]] }.Estimate).Message);
        Assert.Equal(
            "effective-features has no finite row: 1 of 1 are not finite; check the codes.",
            Assert.Throws<NumericalFailureException>(new FeaturesRun { Rows = [[double.NaN]] }.Estimate).Message);
    }

    [Fact]
    public void ASumBeyondTheLargestDoubleIsRefused() => Assert.Equal(
        "the sum of feature 1 over 2 rows is beyond the largest double; scale the codes.",
        Assert.Throws<NumericalFailureException>(new FeaturesRun { Rows = [[1, 1e308], [1, 1e308]] }.Estimate).Message);

    [Fact]
    public void SumsOfAllFeaturesMayBeBeyondTheLargestDouble() => Assert.Equal(4, new FeaturesRun { Rows = [[1e308, 1e308, 1e308, 1e308]] }.Estimate().Effective, 1e-13);

    [Fact]
    public void SubnormalCodesHaveTheirShares() => Assert.Equal(2, new FeaturesRun { Rows = [[double.Epsilon, double.Epsilon]] }.Estimate().Effective, 1e-14);

    [Theory]
    [InlineData("non-negative", RowKind.NonNegative)]
    [InlineData("absolute", RowKind.Any)]
    public void ItSaysWhatRowsItTakes(string codes, RowKind kind)
    {
        var needs = new EffectiveFeaturesEstimator().Requires((FeaturesRun.OfCodes(1, 1) with { Codes = codes }).Context().Options);
        Assert.Equal((kind, RowAccess.Stream, InputNeed.None), (needs.RowKind, needs.Access, needs.Labels));
    }

    [Fact]
    public void ACancelledEstimationStops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>((FeaturesRun.OfCodes(5, 2) with { Cancellation = source.Token }).Estimate);
    }
}
