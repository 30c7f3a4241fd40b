using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Checking;

/// <summary>How often a law that holds on average, in distribution or in the limit is called falsified: at most as often as the stated level says.</summary>
public sealed class FalseAlarmTests
{
    private const int Seeds = 200;
    private const int Cases = 30;

    // At the level 0.001, 4 or more of 200 have probability 6e-5.
    private const int MostAlarms = 3;

    [Theory]
    [InlineData(Law.SamplePermutation, Exactness.Statistical)]
    [InlineData(Law.NonNegative, Exactness.Statistical)]
    [InlineData(Law.LabelRefinementMonotone, Exactness.Statistical)]
    [InlineData(Law.ZeroUnderShuffle, Exactness.Statistical)]
    [InlineData(Law.SamplePermutation, Exactness.InDistribution)]
    [InlineData(Law.Isometry, Exactness.InDistribution)]
    public void ALawThatJustHoldsIsSeldomCalledFalsified(Law law, Exactness exactness)
    {
        var subject = Given.Claiming(new NoisyEstimator(), law, exactness);
        Assert.InRange(Alarms(subject, law), 0, MostAlarms);
    }

    [Theory]
    [InlineData(Law.NonNegative)]
    [InlineData(Law.SamplePermutation)]
    public void ALawThatHoldsInTheLimitIsSeldomCalledFalsified(Law law)
    {
        var subject = Given.Claiming(new NoisyEstimator(mean: 0, rate: 0.5), law, Exactness.Asymptotic);
        Assert.InRange(Alarms(subject, law), 0, MostAlarms);
    }

    [Theory]
    [InlineData(Law.NonNegative, Exactness.Statistical, -1.0)]
    [InlineData(Law.AtMostLabelEntropy, Exactness.Statistical, 2.5)]
    [InlineData(Law.NonNegative, Exactness.Asymptotic, 0.0)]
    [InlineData(Law.SamplePermutation, Exactness.Asymptotic, 0.0)]
    public void ALawThatDoesNotHoldIsFalsifiedBy30DataSets(Law law, Exactness exactness, double mean)
    {
        var report = Given.Report(Given.Claiming(new NoisyEstimator(mean), law, exactness), law, seed: 1, cases: exactness == Exactness.Asymptotic ? 300 : Cases);
        Assert.Equal(Outcome.Failed, report.Outcome);
    }

    private static int Alarms(Subject subject, Law law) =>
        Enumerable.Range(1, Seeds).AsParallel().Count(seed => Given.Report(subject, law, (ulong)seed, Cases).Outcome == Outcome.Failed);
}
