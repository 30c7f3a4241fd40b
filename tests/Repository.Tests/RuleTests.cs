using System.Text.RegularExpressions;

namespace Infoscope.Tests.Conventions;

/// <summary>The rules for plugins watch the plugins and the samples of the repository, at full strength.</summary>
public sealed partial class RuleTests
{
    private const string Rules = "analyzers/Analyzers/Analyzers.csproj";

    // Its own tests alone; the samples that it compiles in lie elsewhere.
    private const string OfTests = "tests/Samples.Tests/.editorconfig";

    [Fact]
    public void PluginsAreBuiltWithTheRulesAndTheirFixes() =>
        Assert.Equal([Rules, "analyzers/CodeFixes/CodeFixes.csproj"], new ProjectFile("plugins/Directory.Build.props").Analyzers);

    [Fact]
    public void SamplesAreBuiltWithTheRules()
    {
        var project = new ProjectFile("tests/Samples.Tests/Samples.Tests.csproj");
        Assert.Contains(Rules, project.Analyzers);
        Assert.Contains(project.Items("Compile"), item => ProjectFile.Include(item) == "../../samples/plugins/*.cs");
    }

    [Fact]
    public void NoSettingLowersARule()
    {
        var settings = Tree.Files.Where(file => Path.GetExtension(file) is ".editorconfig" or ".globalconfig" && file != OfTests).ToArray();
        Assert.Contains(".editorconfig", settings);
        Assert.DoesNotContain(settings, file => LowersARule().IsMatch(Tree.Text(file)));
        Assert.Matches(LowersARule(), Tree.Text(OfTests));
    }

    [Fact]
    public void NoProjectOfAPluginOrSampleSwitchesThemOff()
    {
        var projects = Tree.Files.Where(file => file.Split('/')[0] is "plugins" or "samples" && Path.GetExtension(file) is ".csproj" or ".props" or ".targets").ToArray();
        Assert.NotEmpty(projects);
        Assert.DoesNotContain(projects, file => SwitchesOff().IsMatch(Tree.Text(file)));
    }

    [GeneratedRegex(@"^\s*(dotnet_diagnostic\.ISC\d+|dotnet_analyzer_diagnostic(\.category-(Units|Contract|Reproducibility|Numerics))?)\.severity\s*=", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex LowersARule();

    [GeneratedRegex(@"ISC\d|RunAnalyzers|<(ProjectReference|Analyzer) (Remove|Update)=", RegexOptions.IgnoreCase)]
    private static partial Regex SwitchesOff();
}
