namespace Infoscope.Tests.Conventions;

/// <summary>Which project may see which: the arrows of the layout.</summary>
public sealed class ArrowTests
{
    private const string Contract = "src/Abstractions/Abstractions.csproj";

    // The compiler of plugins in one file holds them to the rules.
    private const string Rules = "analyzers/Analyzers/Analyzers.csproj";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Abstractions"] = [],
        ["Compute"] = ["Abstractions"],
        ["Formats"] = ["Abstractions"],
        ["Loading"] = ["Abstractions", Rules],
        ["Engine"] = ["Abstractions", "Compute"],
        ["Conformance"] = ["Abstractions", "Compute", "Engine"],
        ["Host"] = ["Abstractions", "Compute", "Formats", "Loading", "Engine", "Conformance"],
    };

    public static TheoryData<string> Sources => [.. Tree.Projects.Where(project => project.StartsWith("src/", StringComparison.Ordinal))];

    public static TheoryData<string> Plugins => [.. Tree.Projects.Where(project => project.StartsWith("plugins/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Sources))]
    public void ASourceProjectSeesWhatItsArrowsAllow(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Assert.Equal($"src/{name}/{name}.csproj", project);
        Assert.True(Allowed.ContainsKey(name), $"{project} is new: say here what it may see.");
        Assert.Subset(Allowed[name].Select(seen => seen == Rules ? Rules : $"src/{seen}/{seen}.csproj").ToHashSet(), new ProjectFile(project).CompileReferences.ToHashSet());
    }

    [Fact]
    public void TheRulesSeeNothingAndTheirFixesTheRules()
    {
        Assert.Empty(new ProjectFile(Rules).CompileReferences);
        Assert.Equal([Rules], new ProjectFile("analyzers/CodeFixes/CodeFixes.csproj").CompileReferences);
    }

    [Fact]
    public void TheContractDependsOnNothing()
    {
        var contract = new ProjectFile(Contract);
        Assert.Empty(contract.Packages);
        Assert.Empty(contract.CompileReferences);
        Assert.Empty(contract.Items("Reference"));
        Assert.Empty(contract.Items("FrameworkReference"));
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void APluginSeesTheContractAlone(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Assert.Equal($"plugins/{name}/{name}.csproj", project);
        Assert.Empty(new ProjectFile(project).CompileReferences);
    }

    [Fact]
    public void PluginsGetTheContractFromOnePlaceAndDoNotCopyIt()
    {
        var shared = new ProjectFile("plugins/Directory.Build.props");
        Assert.Equal([Contract], shared.CompileReferences);
        var reference = shared.Items("ProjectReference").Single(item => ProjectFile.Value(item, "ReferenceOutputAssembly") != "false");
        Assert.Equal("false", ProjectFile.Value(reference, "Private"));
        Assert.Equal("runtime", ProjectFile.Value(reference, "ExcludeAssets"));
        Assert.Empty(shared.Packages);
    }

    [Fact]
    public void NothingThatIsImportedEverywhereAddsAReference()
    {
        var everywhere = Tree.Files.Where(file => file is "Directory.Build.props" or "Directory.Build.targets" or "src/Directory.Build.props" or "src/Directory.Build.targets").Select(file => new ProjectFile(file)).ToArray();
        Assert.NotEmpty(everywhere);
        Assert.All(everywhere, file =>
        {
            Assert.Empty(file.CompileReferences);
            Assert.Empty(file.Packages);
        });
    }
}
