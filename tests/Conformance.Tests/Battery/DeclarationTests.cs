using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Battery;

/// <summary>What is wrong with the declarations is said before anything runs, and is a failure.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void AContradictionIsAFailureWhateverTheLawsSay()
    {
        var subject = TestSubject.Constant(0).Claiming(Law.NonNegative, Exactness.Exact).Disclaiming(Law.NonNegative, "it is corrected");
        var report = Verification.Run(subject, new VerificationSettings { Cases = 2, Laws = [Law.GlobalScale] }, CancellationToken.None);
        Assert.Equal("NonNegative is both claimed and disclaimed", Assert.Single(report.Problems));
        Assert.DoesNotContain(report.Checks, check => check.Outcome == Outcome.Failed);
        Assert.True(report.IsFalsified);
    }

    [Fact]
    public void TheConditionsOfClaimsAndTheOptionsToVerifyWithAreConfigurationsOfEveryCheck()
    {
        var verification = Verification.Of(BuiltPlugins.Wrong("random-sign-cells"), new VerificationSettings { Laws = [Law.NonNegative] });
        Assert.NotNull(verification.ConfigurationOf(0, ""));
        Assert.NotNull(verification.ConfigurationOf(0, "directions=2"));
        Assert.Null(verification.ConfigurationOf(0, "directions=3"));
    }

    [Fact]
    public void OptionsThatAreRefusedAreAProblemAndNothingRuns()
    {
        var report = Verification.Run(BuiltPlugins.Wrong("random-sign-cells") with { Options = new Dictionary<string, string> { ["directions"] = "0" } }, new VerificationSettings(), CancellationToken.None);
        Assert.Contains("directions", Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.Empty(report.Checks);
        Assert.True(report.IsFalsified);
    }
}
