using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Battery;

/// <summary>The estimators of the folder <c>plugins</c>, and the two right ones that the wrong ones start from.</summary>
[Collection(AloneCollection.Name)]
public sealed class ShippedEstimatorTests
{
    private const int Cases = 200;

    // Some disclaimed laws break in one case of a few hundred: only when those leave one standing is it said to hold.
    private const int CasesForRareBreaks = 2000;

    // A case draws few rows and one configuration, which may need more rows than that and refuse: of three, one does not.
    private const int CasesOfMemory = 3;

    // Tested by itself: every other law is a function of the seed.
    private static readonly Law[] AllButMemory = [.. Enum.GetValues<Law>().Except([Law.MemoryReleased])];

    /// <summary>Gets the ids of all shipped estimators.</summary>
    public static TheoryData<string> Shipped => [.. BuiltPlugins.ShippedIds];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void AShippedEstimatorKeepsAllThatItClaimsAndBreaksAllThatItDisclaims(string id) => AssertKeepsItsWord(BuiltPlugins.Shipped(id), seed: 1);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void AShippedEstimatorKeepsItsWordWithAnotherSeedAsWell(string id) => AssertKeepsItsWord(BuiltPlugins.Shipped(id), seed: 20260101);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void AShippedEstimatorLeavesNoMemoryBehind(string id) =>
        Assert.Equal(Outcome.Passed, BuiltPlugins.Shipped(id).Check(Law.MemoryReleased, new VerificationSettings { Cases = CasesOfMemory }).Outcome);

    [Theory]
    [InlineData("sign-cells")]
    [InlineData("random-sign-cells")]
    public void ARightEstimatorOfTheFixtureKeepsAllThatItClaimsAndBreaksAllThatItDisclaims(string id) => AssertKeepsItsWord(BuiltPlugins.Wrong(id), seed: 1);

    private static void AssertKeepsItsWord(Subject subject, ulong seed)
    {
        var settings = new VerificationSettings { Seed = seed, Cases = Cases, Threads = 2, Laws = AllButMemory };
        var report = Verification.Run(subject, settings, CancellationToken.None);
        Assert.Empty(report.Problems);
        Assert.Equal(AllButMemory, report.Laws.Select(law => law.Law));
        Assert.Equal(report.Laws.Sum(law => (long)law.Ran), report.Ran);
        Assert.False(report.IsFalsified, Described(report.Checks.Where(check => check.Outcome == Outcome.Failed)));
        Law[] standing = [.. report.Laws.Where(law => law.Outcome == Outcome.NeverFalsified).Select(law => law.Law)];
        if (standing.Length == 0) return;
        var unbroken = Verification.Run(subject, settings with { Cases = CasesForRareBreaks, Laws = standing }, CancellationToken.None).Checks.Where(check => check.Outcome == Outcome.NeverFalsified).ToArray();
        Assert.True(unbroken.Length == 0, Described(unbroken));
    }

    private static string Described(IEnumerable<CheckReport> checks) =>
        string.Join('\n', checks.Select(check => $"{check.Law} ({check.Outcome}) of {string.Join(", ", check.Quantities)}: {check.Sentence}\n{check.Counterexample}"));
}
