using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Running;

/// <summary>Estimators that need more than rows and labels are fed what they need.</summary>
public sealed class AccessTests
{
    [Fact]
    public void AnEstimatorOfPairsIsTestedForSymmetry()
    {
        var report = Run(new CorrelationEstimator());
        Assert.Empty(Failures(report));
        Assert.Equal(Outcome.Passed, report.Checks.Single(check => check.Law == Law.Symmetric).Outcome);
        Assert.Equal("it looks at no labels", report.Checks.Single(check => check.Law == Law.LabelRenaming).Sentence);
    }

    [Fact]
    public void AnEstimatorOfAttentionIsGivenWholeSequencesWithAttention() => Assert.Empty(Failures(Run(new AttentionEstimator())));

    private static VerificationReport Run(IEstimator estimator) => Verification.Run(Subject.Of(estimator), new VerificationSettings { Cases = 100 }, CancellationToken.None);

    private static IEnumerable<string> Failures(VerificationReport report) =>
        report.Problems.Concat(report.Checks.Where(check => check.Outcome == Outcome.Failed).Select(check => $"{check.Law}: {check.Sentence}\n{check.Counterexample}"));
}
