using Infoscope.Conformance.Benchmarking;

namespace Infoscope.Conformance.Tests.Benchmarking;

public sealed class CoverageTests
{
    // Four standard deviations: one false alarm in 16,000.
    private const double Deviations = 4;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void TheOwnMeanIsCovered95TimesIn100HoweverFewTheSeeds(int seeds)
    {
        const int groups = 20_000;
        var random = new RandomStream(7, "coverage");
        double sum = 0, squares = 0, naive = 0;
        for (var group = 0; group < groups; group++)
        {
            (double Value, double? StandardError)[] estimates = [.. Enumerable.Range(0, seeds).Select(_ => (5 + (2 * random.NextNormal()), (double?)2))];
            var share = Coverage.OfMean(estimates)!.Value;
            sum += share;
            squares += share * share;
            var mean = estimates.Average(one => one.Value);
            naive += estimates.Average(one => Math.Abs(one.Value - mean) <= 2 * Coverage.Width ? 1.0 : 0);
        }

        var error = Math.Sqrt(((squares / groups) - (sum / groups * (sum / groups))) / groups);
        Assert.InRange(sum / groups, 0.95 - (Deviations * error), 0.95 + (Deviations * error));
        Assert.True(naive / groups > 0.95 + (Deviations * error), "without the correction the share is too high, or this test could not fail");
    }

    [Fact]
    public void AnUncertainTruthWidensTheInterval()
    {
        (double, double?)[] estimates = [(1.0, 0.3), (1.0, null)];
        Assert.Equal(0, Coverage.OfTruth(estimates, 1.7, 0));
        Assert.Equal(1, Coverage.OfTruth(estimates, 1.7, 0.4));
    }

    [Fact]
    public void WithoutStandardErrorsThereIsNoCoverage()
    {
        (double, double?)[] estimates = [(1.0, null), (2.0, double.NaN)];
        Assert.Null(Coverage.OfTruth(estimates, 1, 0));
        Assert.Null(Coverage.OfMean(estimates));
        Assert.Null(Coverage.OfMean([(1.0, 0.5)]));
    }
}
