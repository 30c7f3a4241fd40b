using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Checking;

public sealed class DistributionTests
{
    [Fact]
    public void AnEstimatorThatDrawsNothingIsNotInvariantInDistributionWhereItChanges()
    {
        // The sum of the first feature changes under a rotation, the same way for every seed.
        var report = Given.Report(Given.Claiming(new FirstFeatureEstimator(), Law.Isometry, Exactness.InDistribution), Law.Isometry);
        Assert.Equal(Outcome.Failed, report.Outcome);
        Assert.Contains("the two sides lie farther apart than", report.Sentence);
    }

    [Fact]
    public void AnEstimatorThatDrawsNothingIsInvariantWhereItStaysAsItIs()
    {
        var report = Given.Report(Given.Claiming(new FirstFeatureEstimator(), Law.SamplePermutation, Exactness.InDistribution), Law.SamplePermutation);
        Assert.Equal(Outcome.Passed, report.Outcome);
        Assert.Equal(30, report.Ran);
    }

    [Fact]
    public void ABoundThatIsClaimedInDistributionIsTestedOnAverage()
    {
        var report = Given.Report(Given.Claiming(new NoisyEstimator(mean: 1), Law.NonNegative, Exactness.InDistribution), Law.NonNegative);
        Assert.Equal((Outcome.Passed, Exactness.Statistical), (report.Outcome, report.Exactness));
    }
}
