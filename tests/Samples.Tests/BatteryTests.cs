using Infoscope.Conformance;

namespace Infoscope.Samples.Tests;

/// <summary>Every sample keeps all that it claims and breaks all that it disclaims, as the shipped estimators do.</summary>
public sealed class BatteryTests
{
    private const int Cases = 200;

    // A case draws few rows, which may be too few for an estimate: of three, one does not.
    private const int CasesOfMemory = 3;

    // Tested by itself: every other law is a function of the seed.
    private static readonly Law[] AllButMemory = [.. Enum.GetValues<Law>().Except([Law.MemoryReleased])];

    public static TheoryData<string> Samples => [.. SampleEstimators.Ids];

    [Theory]
    [MemberData(nameof(Samples))]
    public void ASampleKeepsAllThatItClaimsAndBreaksAllThatItDisclaims(string id) => AssertKeepsItsWord(id, seed: 1);

    [Theory]
    [MemberData(nameof(Samples))]
    public void ASampleKeepsItsWordWithTheSeedOfTheShippedOnes(string id) => AssertKeepsItsWord(id, seed: 20260101);

    [Theory]
    [MemberData(nameof(Samples))]
    public void ASampleLeavesNoMemoryBehind(string id) =>
        Assert.Equal(Outcome.Passed, Report(id, new VerificationSettings { Cases = CasesOfMemory, Laws = [Law.MemoryReleased] }).Checks.Single().Outcome);

    private static void AssertKeepsItsWord(string id, ulong seed)
    {
        var report = Report(id, new VerificationSettings { Seed = seed, Cases = Cases, Threads = 2, Laws = AllButMemory });
        Assert.Empty(report.Problems);
        Assert.Equal(AllButMemory, report.Laws.Select(law => law.Law));

        // Of a sample nothing is left open: what is claimed holds, what is disclaimed breaks, and the rest cannot be tested.
        var wrong = report.Checks.Where(check => check.Outcome is not (Outcome.Passed or Outcome.Expected or Outcome.NotApplicable)).ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Select(check => $"{check.Law} ({check.Outcome}) of {string.Join(", ", check.Quantities)}: {check.Sentence}\n{check.Counterexample}")));
    }

    private static VerificationReport Report(string id, VerificationSettings settings) => Verification.Run(Subject.Of(SampleEstimators.Of(id)), settings, CancellationToken.None);
}
