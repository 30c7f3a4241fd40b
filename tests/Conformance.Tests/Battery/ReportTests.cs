using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Battery;

public sealed class ReportTests
{
    [Fact]
    public void ALawOfWhichSeveralThingsAreSaidIsSummedUpByTheGravest()
    {
        var report = Verification.Run(BuiltPlugins.Wrong("shrinks-with-few-rows"), new VerificationSettings { Laws = [Law.ReplicationInvariant] }, CancellationToken.None);
        Assert.Equal([Outcome.Failed, Outcome.Expected], report.Checks.Select(check => check.Outcome).Order());
        var law = Assert.Single(report.Laws);
        Assert.Equal((Law.ReplicationInvariant, Outcome.Failed, true), (law.Law, law.Outcome, law.IsClaimed));
        Assert.Equal(report.Checks.Sum(check => check.Ran), law.Ran);
    }

    [Fact]
    public void OnlyTheLawsThatAreAskedForRun()
    {
        var report = Verification.Run(TestSubject.Constant(0), new VerificationSettings { Cases = 2, Laws = [Law.GlobalScale, Law.NonNegative] }, CancellationToken.None);
        Assert.Equal([Law.NonNegative, Law.GlobalScale], report.Checks.Select(check => check.Law));
    }

    [Fact]
    public void ACheckWhoseProcessEndedFailedWhateverIsClaimed()
    {
        var verification = Verification.Of(TestSubject.Constant(0), new VerificationSettings { Laws = [Law.NonNegative] });
        var check = verification.Ended(0, "the process ended with exit code 134", null);
        Assert.Equal((Outcome.Failed, Stance.Unmentioned, "the process ended with exit code 134"), (check.Outcome, check.Stance, check.Sentence));
    }

    [Fact]
    public void AReportAsTextNamesWhatFailedWithItsCaseAndHowToRunItAgain()
    {
        var subject = TestSubject.Constant(-1).Claiming(Law.NonNegative, Exactness.Exact).Claiming(Law.GlobalScale, Exactness.Exact);
        var report = Verification.Run(subject, new VerificationSettings { Seed = 3, Cases = 5, Laws = [Law.NonNegative, Law.GlobalScale] }, CancellationToken.None);
        var failed = report.Checks.Single(check => check.Outcome == Outcome.Failed);
        Assert.Equal(
            $"formula, seed 3: {report.Ran} cases ran\nNonNegative: {failed.Sentence}\n{failed.Counterexample}\nagain: new VerificationSettings {{ Laws = [Law.NonNegative], Seed = 3, Replay = CaseReplay.Parse(\"{failed.Replay}\") }}",
            report.ToString());
        var again = Verification.Run(subject, new VerificationSettings { Laws = [Law.NonNegative], Seed = 3, Replay = CaseReplay.Parse($"{failed.Replay}") }, CancellationToken.None);
        Assert.Equal(failed.Counterexample!.ToString(), Assert.Single(again.Checks).Counterexample!.ToString());
    }

    [Fact]
    public void ACheckCanBeTestedAndShrunkCaseByCase()
    {
        var verification = Verification.Of(TestSubject.Constant(-1), new VerificationSettings { Cases = 1, Laws = [Law.NonNegative] });
        var first = default(TestCase);
        verification.Run(0, one => first ??= one, CancellationToken.None);
        Assert.NotNull(verification.Test(0, first!));
        Assert.All(verification.Shrink(0, first!).Take(20), smaller => Assert.NotNull(verification.Test(0, smaller)));
        var right = Verification.Of(TestSubject.Constant(0), new VerificationSettings { Laws = [Law.NonNegative] });
        Assert.Null(right.Test(0, first! with { Configuration = right.ConfigurationOf(0, "")! }));
    }
}
