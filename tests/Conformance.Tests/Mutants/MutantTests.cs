namespace Infoscope.Conformance.Tests.Mutants;

/// <summary>Every wrong estimator is caught by the law that the table of the fixture names, with data that a person can read.</summary>
[Collection(AloneCollection.Name)]
public sealed class MutantTests
{
    private const int Cases = 300;
    private const int MostRows = 4, MostFeatures = 3;

    private static readonly string[] RightOnes = ["sign-cells", "random-sign-cells"];

    /// <summary>Gets those that one law has to catch.</summary>
    public static TheoryData<string> CaughtByOneLaw => [.. MutantTable.All.Where(mutant => !mutant.IsDeadly && mutant.Law is not null).Select(mutant => mutant.Id)];

    /// <summary>Gets those that every law has to catch.</summary>
    public static TheoryData<string> CaughtByEveryLaw => [.. MutantTable.All.Where(mutant => mutant.IsCaughtByEveryLaw).Select(mutant => mutant.Id)];

    [Fact]
    public void TheTableHasEveryWrongEstimatorOnce() =>
        Assert.Equal(BuiltPlugins.WrongIds.Except(RightOnes).Order(StringComparer.Ordinal), MutantTable.All.Select(mutant => mutant.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void TheTableSaysOfEachWhatCatchesIt() =>
        Assert.All(MutantTable.All, mutant => Assert.True(mutant.Law is not null || mutant.IsCaughtByEveryLaw || mutant.IsCaughtByItsDeclarations, $"{mutant.Id}: {mutant.CaughtBy}"));

    [Theory]
    [MemberData(nameof(CaughtByOneLaw))]
    public void AWrongEstimatorIsCaughtByItsLawWithSmallData(string id)
    {
        var law = MutantTable.All.First(mutant => mutant.Id == id).Law!.Value;
        var checks = Run(id, law).Checks.Where(check => check.Law == law && check.Outcome == Outcome.Failed).ToArray();
        Assert.NotEmpty(checks);
        Assert.All(checks, check =>
        {
            Assert.NotEmpty(check.Sentence);
            if (AllLaws.Properties.First(property => property.Law == law).IsAboutAverages) Assert.Null(check.Counterexample);
            else AssertSmall(check);
        });
    }

    [Fact]
    public void TheRightEstimatorThatTheyStartFromFailsNothingWithTheSameCases()
    {
        var report = Run("sign-cells");
        Assert.False(report.IsFalsified, string.Join('\n', report.Checks.Where(check => check.Outcome == Outcome.Failed).Select(check => check.Sentence)));
    }

    [Theory]
    [InlineData("adds-a-constant", Law.NonNegative)]
    [InlineData("subtracts-too-much", Law.AtMostLabelEntropy)]
    [InlineData("subtracts-too-much", Law.SamplePermutation)]
    [InlineData("divergence-in-bits", Law.JsdIdentity)]
    [InlineData("scale-sensitive", Law.SamplePermutation)]
    [InlineData("looks-at-the-first-feature", Law.GlobalScale)]
    [InlineData("depends-on-row-order", Law.DimensionPermutation)]
    [InlineData("merges-wrongly", Law.SamplePermutation)]
    [InlineData("ignores-cancellation", Law.InputUnchanged)]
    public void AWrongEstimatorKeepsWhatItDoesNotBreak(string id, Law law) => Assert.DoesNotContain(Run(id, law).Checks, check => check.Law == law && check.Outcome is not (Outcome.Passed or Outcome.Held));

    [Theory]
    [MemberData(nameof(CaughtByEveryLaw))]
    public void WhatTheEngineMakesNoResultOfFailsEveryLawThatIsClaimedOrOwed(string id)
    {
        var binding = Verification.Run(BuiltPlugins.Wrong(id), new VerificationSettings { Cases = 20 }, CancellationToken.None).Checks
            .Where(check => check.Stance is Stance.Claimed or Stance.Required).ToArray();
        Assert.NotEmpty(binding);
        Assert.All(binding, check => Assert.Equal(Outcome.Failed, check.Outcome));
    }

    [Fact]
    public void DeclarationsThatContradictEachOtherAreAProblemOfTheirOwn()
    {
        var mutant = Assert.Single(MutantTable.All, mutant => mutant.IsCaughtByItsDeclarations);
        var report = Run(mutant.Id, Law.NonNegative);
        Assert.Equal("SamplePermutation is both claimed and disclaimed", Assert.Single(report.Problems));
        Assert.True(report.IsFalsified);
    }

    private static VerificationReport Run(string id, params Law[] laws) =>
        Verification.Run(BuiltPlugins.Wrong(id), new VerificationSettings { Cases = Cases, Laws = laws.Length == 0 ? [] : [.. laws, Law.NonNegative] }, CancellationToken.None);

    private static void AssertSmall(CheckReport check)
    {
        // A claim that no case could test has no case to show.
        if (check.Ran == 0) return;
        var sample = check.Counterexample!.Sample;
        Assert.InRange(sample.Rows.Length, 1, MostRows);
        Assert.InRange(sample.Features, 1, MostFeatures);
    }
}
