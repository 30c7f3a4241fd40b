using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Battery;

/// <summary>What comes of a law follows from what is said of it and from whether it was falsified.</summary>
public sealed class StandingTests
{
    private const string Reason = "a bias is subtracted";

    [Fact]
    public void AClaimedLawThatHoldsPassed()
    {
        var check = TestSubject.Constant(0).Claiming(Law.NonNegative, Exactness.Exact).Check(Law.NonNegative);
        Assert.Equal((Outcome.Passed, Stance.Claimed, VerificationSettings.DefaultCases), (check.Outcome, check.Stance, check.Ran));
        Assert.Equal(["mutual-information"], check.Quantities);
        Assert.Null(check.Counterexample);
    }

    [Fact]
    public void AClaimedLawThatIsFalsifiedFailedWithTheSmallestCase()
    {
        var check = TestSubject.Constant(-1).Claiming(Law.NonNegative, Exactness.Exact).Check(Law.NonNegative);
        Assert.Equal(Outcome.Failed, check.Outcome);
        Assert.Equal("1 row, 1 feature, seed 0\n  y = 0 (coarse 0): 0", check.Counterexample!.ToString());
        Assert.NotNull(check.Replay);
    }

    [Fact]
    public void ADisclaimedLawThatIsFalsifiedIsExpected()
    {
        var check = TestSubject.Constant(-1).Disclaiming(Law.NonNegative, Reason).Check(Law.NonNegative);
        Assert.Equal((Outcome.Expected, Stance.Disclaimed, Reason), (check.Outcome, check.Stance, check.Sentence));
    }

    [Fact]
    public void ADisclaimedLawThatIsNeverFalsifiedIsPointedOut()
    {
        var check = TestSubject.Constant(0).Disclaiming(Law.NonNegative, Reason).Check(Law.NonNegative);
        Assert.Equal((Outcome.NeverFalsified, Reason), (check.Outcome, check.Sentence));
    }

    [Fact]
    public void ALawThatIsNotSpokenOfIsMeasured()
    {
        Assert.Equal(Outcome.Held, TestSubject.Constant(0).Check(Law.NonNegative).Outcome);
        var broken = TestSubject.Constant(-1).Check(Law.NonNegative);
        Assert.Equal((Outcome.Broken, Stance.Unmentioned), (broken.Outcome, broken.Stance));
        Assert.NotNull(broken.Counterexample);
    }

    [Fact]
    public void WhatEveryEstimatorOwesNeedsNoClaim()
    {
        var check = TestSubject.Constant(0).Check(Law.Deterministic);
        Assert.Equal((Outcome.Passed, Stance.Required), (check.Outcome, check.Stance));
        Assert.Empty(check.Quantities);
    }

    [Theory]
    [InlineData(Law.AtMostOwnEntropy, "it gives no entropy")]
    [InlineData(Law.JsdRange, "it gives none of the quantities that the law is about")]
    [InlineData(Law.Symmetric, "labels and rows cannot change places, and it needs no reference")]
    public void ALawThatCannotBeTestedIsNotApplicableAndFailsWhereItIsClaimed(Law law, string why)
    {
        var unmentioned = TestSubject.Constant(0).Check(law);
        Assert.Equal((Outcome.NotApplicable, why), (unmentioned.Outcome, unmentioned.Sentence));
        var claimed = TestSubject.Constant(0).Claiming(law, Exactness.Exact).Check(law);
        Assert.Equal((Outcome.Failed, $"it is claimed, but {why}"), (claimed.Outcome, claimed.Sentence));
    }

    [Fact]
    public void AClaimThatNoCaseSaysAnythingAboutFails()
    {
        const string Silence = "no estimate stated a ceiling or a floor";
        var unmentioned = TestSubject.Constant(0).Check(Law.DeclaredCeiling);
        Assert.Equal((Outcome.NotApplicable, Silence), (unmentioned.Outcome, unmentioned.Sentence));
        var claimed = TestSubject.Constant(0).Claiming(Law.DeclaredCeiling, Exactness.Exact).Check(Law.DeclaredCeiling);
        Assert.Equal((Outcome.Failed, $"it could not be tested: {Silence}", 0), (claimed.Outcome, claimed.Sentence, claimed.Ran));
    }

    [Fact]
    public void ARefusedInputIsCountedAndFalsifiesNothing()
    {
        const int Fewest = 5;
        var choosy = TestSubject.Formula(fed => fed.Rows.Count >= Fewest ? 0 : throw new ActivationShapeException($"at least {Fewest} rows are needed")).Claiming(Law.NonNegative, Exactness.Exact);
        var check = choosy.Check(Law.NonNegative);
        Assert.Equal(Outcome.Passed, check.Outcome);
        Assert.Equal(VerificationSettings.DefaultCases, check.Ran);
        Assert.True(check.Refused > 0);
    }

    [Fact]
    public void AClaimOfWhichEveryCaseIsRefusedFails()
    {
        var check = TestSubject.Formula(_ => throw new ActivationShapeException("no rows suit it")).Claiming(Law.NonNegative, Exactness.Exact).Check(Law.NonNegative, new VerificationSettings { Cases = 10 });
        Assert.Equal((Outcome.Failed, 0), (check.Outcome, check.Ran));
        Assert.True(check.Refused >= 10);
        Assert.Equal($"it could not be tested: all {check.Refused} cases were refused: no rows suit it", check.Sentence);
    }

    [Fact]
    public void AnExceptionThatIsNotOfTheContractFalsifiesWhateverIsTested()
    {
        var check = TestSubject.Formula(_ => throw new InvalidOperationException("a slip")).Check(Law.NonNegative);
        Assert.Equal((Outcome.Failed, "InvalidOperationException: a slip (StandingTests.cs, line 104)"), (check.Outcome, check.Sentence));
    }
}
