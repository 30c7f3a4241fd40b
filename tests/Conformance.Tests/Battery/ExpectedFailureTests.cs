using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Battery;

public sealed class ExpectedFailureTests
{
    private static readonly VerificationSettings Expecting = new() { ExpectedFailures = [new ExpectedFailure { Law = Law.NonNegative, Because = "known since the first version" }] };

    [Fact]
    public void AFailureThatIsExpectedIsNoFailure()
    {
        var check = TestSubject.Constant(-1).Claiming(Law.NonNegative, Exactness.Exact).Check(Law.NonNegative, Expecting);
        Assert.Equal(Outcome.Expected, check.Outcome);
        Assert.EndsWith("; expected: known since the first version", check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExpectedFailureThatDoesNotHappenIsAFailure()
    {
        var check = TestSubject.Constant(0).Claiming(Law.NonNegative, Exactness.Exact).Check(Law.NonNegative, Expecting);
        Assert.Equal((Outcome.Failed, "an expected failure did not happen: known since the first version; take it off the list"), (check.Outcome, check.Sentence));
    }

    [Theory]
    [InlineData("mutual-information", Outcome.Expected)]
    [InlineData("entropy", Outcome.Failed)]
    public void AnExpectedFailureOfOneQuantityIsOfThatAlone(string quantity, Outcome outcome)
    {
        var settings = new VerificationSettings { ExpectedFailures = [new ExpectedFailure { Law = Law.NonNegative, Quantity = quantity, Because = "known" }] };
        Assert.Equal(outcome, TestSubject.Constant(-1).Claiming(Law.NonNegative, Exactness.Exact).Check(Law.NonNegative, settings).Outcome);
    }

    [Fact]
    public void AnExpectedFailureOfAnotherLawChangesNothing() =>
        Assert.Equal(Outcome.Passed, TestSubject.Constant(0).Claiming(Law.SamplePermutation, Exactness.Exact).Check(Law.SamplePermutation, Expecting).Outcome);
}
