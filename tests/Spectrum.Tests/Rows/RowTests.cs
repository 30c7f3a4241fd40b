using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Spectrum.Tests.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.Rows;

/// <summary>What is done with rows before their spectrum is taken, and at the edges.</summary>
public sealed class RowTests
{
    [Property]
    public Property OfUnitRowsDirectionsAloneCountWhateverTheLength() => Prop.ForAll(RowSets.Any, set =>
    {
        // From where squares vanish to where they overflow. Scaling by a power of two rounds nothing.
        var random = set.Random("lengths");
        var scaled = set.With(set.Rows.Select(row => RowSet.Scaled(row, Math.ScaleB(1, (int)random.NextBelow(2000) - 1000))));
        Assert.Equal(new SpectrumRun { Rows = set.Rows }.Estimate().Number("coding-rate"), new SpectrumRun { Rows = scaled.Rows }.Estimate().Number("coding-rate"), Near.Rounding);
    });

    [Theory]
    [InlineData(1e150)]
    [InlineData(1e-150)]
    public void RowsAsTheyAreAreRefusedWhereTheirSquaresLeaveTheRange(double size)
    {
        var run = new SpectrumRun { Rows = [[size, 0], [0, size]] }.With("unit-rows", "false");
        var refusal = Assert.Throws<NumericalFailureException>(run.Estimate);
        Assert.Contains("set spectrum.unit-rows=true", refusal.Message, StringComparison.Ordinal);
        Near.Equal(2, run.With("unit-rows", "true").Estimate().Number("participation-ratio"));
    }

    [Fact]
    public void RowsAsTheyAreKeepZeroRowsAndHaveNoNormalizedRate()
    {
        var table = new SpectrumRun { Rows = [[2, 0], [0, 0], [0, 1]] }.With("unit-rows", "false").Estimate();
        Assert.Null(table.Find("coding-rate-normalized"));
        Assert.Contains(table.Notes, note => note.Contains("coding-rate-tight", StringComparison.Ordinal));
        Assert.Equal((3, 0), (table.Find("coding-rate")!.RowsUsed, table.Find("coding-rate")!.RowsDropped));
        // 1 + d lambda/(n eps^2) for lambda 4 and 1.
        Near.Equal(0.5 * (Math.Log(1 + (200.0 / 3 * 4)) + Math.Log(1 + (200.0 / 3))), table.Number("coding-rate"));
    }

    [Fact]
    public void RatesThatRoundingDecidesAreLeftOutWithANote()
    {
        var table = new SpectrumRun { Rows = [[1e9, 0], [0, 1]] }.With("unit-rows", "false").With(new TestLabels("y", [0, 1])).Estimate();
        Assert.Null(table.Find("coding-rate"));
        Assert.Null(table.Find("coding-rate-reduction", "y"));
        Assert.Contains(table.Notes, note => note.StartsWith("coding rates are left out", StringComparison.Ordinal));
        Near.Equal(1, table.Number("stable-rank"));
    }

    [Fact]
    public void ARowThatOverflowsWhenItIsCentredIsSaidToDoSo()
    {
        var table = new SpectrumRun { Rows = [[1.7e308, 0], [-1e308, 0], [-1e308, 1], [-1e308, 2]] }.With("centre", "true").Estimate();
        Assert.Contains("0 zero rows after centring and 1 row that is not finite after centring were left out", table.Notes);
    }

    [Theory]
    [InlineData("true", "2 are zero and 1 are not finite")]
    [InlineData("false", "no row that is not zero")]
    public void RowsOfWhichNoneCanBeUsedAreRefused(string unitRows, string words)
    {
        var run = new SpectrumRun { Rows = [[0, 0], [0, -0.0], [double.PositiveInfinity, 1]] }.With("unit-rows", unitRows);
        Assert.Contains(words, Assert.Throws<NumericalFailureException>(run.Estimate).Message, StringComparison.Ordinal);
    }

    [Property]
    public Property CentredRowsDoNotFeelAShift() => Prop.ForAll(RowSets.Any, set =>
    {
        // Rows at the mean have no direction but that of rounding; whole numbers and dyadic means have none.
        var rows = set.Rows.Select(row => row.Select(value => Math.Round(4 * value)).ToArray()).ToArray();
        var doubled = rows.Concat(rows.Select(row => RowSet.Scaled(row, -1))).ToArray();
        if (doubled.All(row => row.All(value => value == 0))) return;
        var run = new SpectrumRun { Rows = doubled }.With("centre", "true");
        var shifted = run with { Rows = [.. doubled.Select(row => row.Select(value => value + 256).ToArray())] };
        run.Estimate().AssertSame(shifted.Estimate(), Near.Rounding);
    });

    [Fact]
    public void CentringComesBeforeScaling()
    {
        // About the mean (3, 0) the four rows point along the axes.
        var table = new SpectrumRun { Rows = [[4, 0], [2, 0], [3, 5], [3, -5]] }.With("centre", "true").Estimate();
        Near.Equal(2, table.Number("participation-ratio"));
        Assert.True(table.Facts.ContainsKey("centre"));
    }

    [Fact]
    public void AConditionNumberOfFewerDimensionsThanThereCouldBeSaysSo()
    {
        var estimate = new SpectrumRun { Rows = [[1, 0, 0], [1, 1, 0], [0, 1, 0], [1, 2, 0]] }.Estimate().Find("condition-number")!;
        Assert.Equal(["over all 3 singular values it is infinite: 2 are above rounding"], estimate.Notes);
    }

    [Fact]
    public void ACancelledRunEnds()
    {
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => (new SpectrumRun { Rows = [[1, 2]] } with { Cancellation = cancelled }).Estimate());
    }
}
