using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Checking;

/// <summary>What rounding does is told from what an estimator does.</summary>
public sealed class RoundingTests
{
    [Fact]
    public void JitterKeepsTiesAndZerosAndMovesTheRestByAFewUnitsOfTheLastPlace()
    {
        var sample = new Sample { Rows = [[1.5, 0, -3e100], [1.5, 2, 7e-100]], Labels = new LabelTree { Fine = [0, 0], CoarseOf = [0] }, Seed = 1 };
        var moved = Enumerable.Range(0, 20).Select(copy => Jitter.Of(sample, copy, Precision.Double)).ToArray();
        Assert.All(moved, copy => Assert.Equal(copy.Rows[0][0], copy.Rows[1][0]));
        Assert.All(moved, copy => Assert.Equal(0, copy.Rows[0][1]));
        Assert.All(moved, copy => Assert.All(copy.Rows.Zip(sample.Rows).SelectMany(pair => pair.First.Zip(pair.Second)), value => Assert.Equal(value.Second, value.First, Math.Abs(value.Second) * 4e-15)));
        Assert.True(moved.Select(copy => copy.Rows[0][0]).Distinct().Count() > 5);
    }

    [Fact]
    public void AnEstimatorWithCellsThatGrowWithTheRowsIsInvariantUnderScaleAlthoughValuesLieOnTheirEdges()
    {
        var report = Given.Report(Given.Claiming(new RangeCellsEstimator(), Law.GlobalScale, Exactness.Exact), Law.GlobalScale, cases: 1000);
        Assert.True(report.Outcome == Outcome.Passed, report.Sentence + report.Counterexample);
    }

    [Fact]
    public void AnEstimatorWithFixedCellsIsNot()
    {
        var report = Given.Report(Given.Claiming(new RangeCellsEstimator(edge: 1), Law.GlobalScale, Exactness.Exact), Law.GlobalScale, cases: 100);
        Assert.Equal(Outcome.Failed, report.Outcome);
        Assert.True(report.Counterexample!.Sample.Rows.Length <= 4);
    }

    [Fact]
    public void WhatRoundingDecidesIsNotInvariant()
    {
        var report = Given.Report(Given.Claiming(new ChaoticEstimator(), Law.Isometry, Exactness.Exact), Law.Isometry, cases: 100);
        Assert.Equal(Outcome.Failed, report.Outcome);
        Assert.EndsWith("what rounding decides cannot be claimed", report.Sentence);
    }

    [Fact]
    public void AnExceptionAmongLargeDataSetsIsShrunk()
    {
        var report = Given.Report(Given.Claiming(new ChaoticEstimator(throws: true), Law.NonNegative, Exactness.Statistical), Law.NonNegative);
        Assert.Equal((Outcome.Failed, "IndexOutOfRangeException: there are too many (ChaoticEstimator.cs, line 21)"), (report.Outcome, report.Sentence));
        Assert.Equal((1, 4), (report.Counterexample!.Sample.Rows.Length, report.Counterexample.Sample.Features));
    }
}
