using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Battery;

/// <summary>What was found once is found again.</summary>
public sealed class ReplayTests
{
    // Negative for some samples alone, so that the failing case is not the first one.
    private static Subject SometimesNegative => TestSubject.Formula(fed => fed.Labels.Distinct().Count() > 2 ? -fed.Rows[0].Length : 0).Claiming(Law.NonNegative, Exactness.Exact);

    [Fact]
    public void AReplayIsReadAsItIsWritten()
    {
        var replay = SometimesNegative.Check(Law.NonNegative).Replay!;
        Assert.Equal(replay, CaseReplay.Parse(replay.ToString()));
    }

    [Fact]
    public void AReplayGivesTheSameCounterexample()
    {
        var first = SometimesNegative.Check(Law.NonNegative);
        Assert.True(first.Ran > 1, "the first case must not be the one that fails");
        var again = SometimesNegative.Check(Law.NonNegative, new VerificationSettings { Seed = 77, Replay = first.Replay });
        Assert.Equal((Outcome.Failed, 1, first.Sentence), (again.Outcome, again.Ran, again.Sentence));
        Assert.Equal(first.Counterexample!.ToString(), again.Counterexample!.ToString());
        Assert.Equal(first.Replay, again.Replay);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,3")]
    [InlineData("1,2,50")]
    [InlineData("1,-3,50")]
    [InlineData("1,3,50,7")]
    public void WhatIsNoReplayIsNotRead(string text) => Assert.Null(CaseReplay.Parse(text));

    [Fact]
    public void ASavedCaseIsTriedFirst()
    {
        var saved = SavedCaseOf(Law.NonNegative);
        var check = SometimesNegative.Check(Law.NonNegative, new VerificationSettings { SavedCases = [saved] });
        Assert.Equal((Outcome.Failed, 1), (check.Outcome, check.Ran));
        Assert.Equal(saved.Case.ToString(), check.Counterexample!.ToString());
        Assert.Contains("-2", check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void ASavedCaseThatNoLongerFailsLeavesTheOthersToRun()
    {
        var check = TestSubject.Constant(0).Claiming(Law.NonNegative, Exactness.Exact).Check(Law.NonNegative, new VerificationSettings { SavedCases = [SavedCaseOf(Law.NonNegative)] });
        Assert.Equal((Outcome.Passed, VerificationSettings.DefaultCases), (check.Outcome, check.Ran));
    }

    [Fact]
    public void ASavedCaseOfAnotherLawIsLeftAlone()
    {
        var check = SometimesNegative.Check(Law.NonNegative, new VerificationSettings { SavedCases = [SavedCaseOf(Law.GlobalScale)] });
        Assert.True(check.Ran > 1);
    }

    private static SavedCase SavedCaseOf(Law law) => new(law, new TestCase(
        new Configuration { Texts = new Dictionary<string, string>(), Resolved = new Dictionary<string, string>() },
        new Sample { Rows = [[1, 2], [3, 4], [5, 6]], Labels = new LabelTree { Fine = [0, 1, 2], CoarseOf = [0, 0, 1] }, Seed = 5 }));
}
