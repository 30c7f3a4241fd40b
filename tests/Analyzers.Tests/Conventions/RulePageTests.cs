namespace Infoscope.Analyzers.Tests.Conventions;

/// <summary>What the pages of the rules say is what the rules do.</summary>
public sealed class RulePageTests
{
    private const string UpdateVariable = "INFOSCOPE_UPDATE_DOCS";

    public static TheoryData<string> Ids => [.. RuleIndex.Rules.Select(rule => rule.Descriptor.Id)];

    [Fact]
    public void EveryRuleHasAPageAndNoPageIsLeftOver() => Assert.Equal(
        RuleIndex.Rules.Select(rule => $"{rule.Descriptor.Id}.md").Append("README.md").Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(RulePageFile.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void TheIndexSaysWhatTheRulesAre()
    {
        var recorded = File.ReadAllText(RuleIndex.Path);
        var actual = RuleIndex.Rewritten(recorded);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1") File.WriteAllText(RuleIndex.Path, recorded = actual);
        Assert.True(recorded == actual, $"{RuleIndex.Path} is not what the rules give now; if the change is meant, run the tests once with {UpdateVariable}=1. It should read:\n{actual}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePageStartsWithTheRuleAndSaysWhy(string id)
    {
        var rule = RuleIndex.Of(id);
        Assert.StartsWith($"# {id}: {rule.Descriptor.Title}\n\n{RuleIndex.FactsOf(rule)}\n\n", new RulePageFile(rule).Text, StringComparison.Ordinal);
        Assert.True(new RulePageFile(rule).Section("Why").Length > 80, "the reason is missing");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheWrongCodeOfThePageIsReported(string id)
    {
        var rule = RuleIndex.Of(id);
        var wrong = new RulePageFile(rule).Code("Wrong");
        Assert.NotEmpty(wrong);
        foreach (var code in wrong) Assert.NotEmpty(await PluginCode.Analyze(PluginCode.Compile(code, also: PluginCode.OfHost), rule));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheRightCodeOfThePageBreaksNoRule(string id)
    {
        var right = new RulePageFile(RuleIndex.Of(id)).Code("Right");
        Assert.NotEmpty(right);
        foreach (var code in right) Assert.Empty(await PluginCode.Analyze(PluginCode.Compile(code), [.. RuleIndex.Rules]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePageSaysHowToConfigureTheRule(string id)
    {
        var configure = new RulePageFile(RuleIndex.Of(id)).Section("Configure");
        Assert.Contains($"dotnet_diagnostic.{id}.severity = ", configure, StringComparison.Ordinal);
        Assert.Contains($"#pragma warning disable {id} // ", configure, StringComparison.Ordinal);
    }
}
