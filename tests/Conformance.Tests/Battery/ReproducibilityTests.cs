using System.Text.Json;
using System.Text.Json.Serialization;
using Infoscope.Conformance.Tests.Doubles;

namespace Infoscope.Conformance.Tests.Battery;

/// <summary>The seed decides everything, and nothing else decides anything.</summary>
[Collection(AloneCollection.Name)]
public sealed class ReproducibilityTests
{
    private const int Cases = 40;

    // What the process gains in memory is no function of the seed.
    private static readonly Law[] AllButMemory = [.. Enum.GetValues<Law>().Except([Law.MemoryReleased])];

    private static readonly JsonSerializerOptions AllNumbers = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Theory]
    [InlineData("random-sign-cells")]
    [InlineData("squeezes-the-information")]
    [InlineData("claims-isometry")]
    public void TheSameSeedGivesTheSameReportOnOneAndOnTwoThreads(string id)
    {
        var settings = new VerificationSettings { Seed = 12, Cases = Cases, Laws = AllButMemory };
        Assert.Equal(ReportOf(id, settings with { Threads = 1 }), ReportOf(id, settings with { Threads = 2 }));
    }

    [Fact]
    public void ChecksThatRunOneByOneBackwardsGiveTheSameReport()
    {
        var settings = new VerificationSettings { Seed = 12, Cases = Cases, Laws = AllButMemory };
        var verification = Verification.Of(BuiltPlugins.Wrong("squeezes-the-information"), settings);
        var reports = new CheckReport[verification.Checks.Count];
        for (var place = reports.Length - 1; place >= 0; place--) reports[place] = verification.Run(place, _ => { }, CancellationToken.None);
        Assert.Equal(ReportOf("squeezes-the-information", settings), Text(verification.Report(reports)));
    }

    [Fact]
    public void TheSameSeedGivesTheSameCasesAndAnotherSeedOthers()
    {
        Assert.Equal(CasesOf(1), CasesOf(1));
        Assert.NotEqual(CasesOf(1), CasesOf(2));
        Assert.Equal(Cases, CasesOf(1).Distinct().Count());
    }

    [Fact]
    public void TwoLawsAreNotTestedOnTheSameCases() => Assert.Empty(CasesOf(1).Intersect(CasesOf(1, Law.AtMostLabelEntropy)));

    [Fact]
    public void WhatIsCancelledEndsBySayingSo() => Assert.ThrowsAny<OperationCanceledException>(() => Verification.Run(TestSubject.Constant(0), new VerificationSettings(), new CancellationToken(true)));

    private static string[] CasesOf(ulong seed, Law law = Law.NonNegative)
    {
        var cases = new List<string>();
        Verification.Of(TestSubject.Constant(0), new VerificationSettings { Seed = seed, Cases = Cases, Laws = [law] }).Run(0, one => cases.Add(one.ToString()), CancellationToken.None);
        return [.. cases];
    }

    private static string ReportOf(string id, VerificationSettings settings) => Text(Verification.Run(BuiltPlugins.Wrong(id), settings, CancellationToken.None));

    private static string Text(VerificationReport report) => JsonSerializer.Serialize(report, AllNumbers);
}
