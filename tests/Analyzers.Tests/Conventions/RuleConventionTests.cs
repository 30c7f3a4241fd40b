using System.Reflection;
using System.Text.RegularExpressions;
using Infoscope.Testing;
using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Tests.Conventions;

/// <summary>What every rule has: an id in its block, a sentence for a name, tests, a place in the release notes.</summary>
public sealed partial class RuleConventionTests
{
    private const int FewestCases = 4;

    private static readonly Dictionary<char, string> Blocks = new() { ['1'] = RuleCategory.Units, ['2'] = RuleCategory.Contract, ['3'] = RuleCategory.Reproducibility, ['4'] = RuleCategory.Numerics };

    public static TheoryData<string> Ids => [.. RuleIndex.Rules.Select(rule => rule.Descriptor.Id)];

    [Fact]
    public void IdsAreUnique() => Assert.Distinct(RuleIndex.Rules.Select(rule => rule.Descriptor.Id));

    [Fact]
    public void EveryFixIsOfARule() => Assert.Subset(
        RuleIndex.Rules.Select(rule => rule.Descriptor.Id).ToHashSet(), RuleIndex.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).ToHashSet());

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheIdStandsInTheBlockOfItsCategoryAndFolder(string id)
    {
        var rule = RuleIndex.Of(id);
        Assert.Matches("^ISC[1-4][0-9]{3}$", id);
        Assert.Equal(Blocks[id[3]], rule.Descriptor.Category);
        Assert.Equal($"Infoscope.Analyzers.{rule.Descriptor.Category}", rule.GetType().Namespace);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheClassIsNamedByTheSentenceOfTheRule(string id)
    {
        var rule = RuleIndex.Of(id);
        var words = NotALetter().Replace(rule.Descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture), "");
        Assert.Equal(words, rule.GetType().Name, ignoreCase: true);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePageIsWhatTheRuleLinksTo(string id) => Assert.Equal($"docs/rules/{id}.md", RuleIndex.Of(id).Descriptor.HelpLinkUri);

    [Theory]
    [MemberData(nameof(Ids))]
    public void ARuleThatDoesNotStopALoadIsAWarning(string id) =>
        Assert.Contains(RuleIndex.Of(id).Descriptor.DefaultSeverity, new[] { DiagnosticSeverity.Warning, DiagnosticSeverity.Error });

    [Theory]
    [MemberData(nameof(Ids))]
    public void ARuleHasAtLeastFourWrongAndFourRightCases(string id)
    {
        var rule = RuleIndex.Of(id);
        var tests = typeof(RuleConventionTests).Assembly.GetType($"{rule.GetType().Namespace!.Replace("Analyzers", "Analyzers.Tests", StringComparison.Ordinal)}.{rule.GetType().Name}Tests");
        Assert.NotNull(tests);
        Assert.True(typeof(RuleTests<>).MakeGenericType(rule.GetType()).IsAssignableFrom(tests));
        Assert.InRange(Count<WrongCaseAttribute>(tests), FewestCases, int.MaxValue);
        Assert.InRange(Count<RightCaseAttribute>(tests), FewestCases, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheReleaseNotesOfTheRulesNameIt(string id)
    {
        var rule = RuleIndex.Of(id);
        var folder = Repository.PathOf(typeof(RuleConventionTests).Assembly, "analyzers", "Analyzers");
        var lines = Directory.EnumerateFiles(folder, "AnalyzerReleases.*.md").SelectMany(File.ReadLines);
        Assert.Contains($"{id} | {rule.Descriptor.Category} | {rule.Descriptor.DefaultSeverity} | {rule.GetType().Name}", lines);
    }

    private static int Count<T>(Type tests)
        where T : Attribute => tests.GetMethods().Count(method => method.GetCustomAttribute<T>() is not null);

    [GeneratedRegex("[^A-Za-z]")]
    private static partial Regex NotALetter();
}
