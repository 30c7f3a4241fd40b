using System.Text.Json;

namespace Infoscope.Tests.Conventions;

/// <summary>The templates of <c>new</c>: one estimator, written as a project and as one file.</summary>
public sealed class TemplateTests
{
    private const string Opening = "using Infoscope;\n\nnamespace TemplateSpace;\n\n";

    // The parts of the one file, in the order in which one reads them.
    private static readonly string[] Parts = ["Estimator", "Options", "Estimation"];

    [Fact]
    public void TheProjectAndTheOneFileAreTheSameEstimator()
    {
        var project = Tree.Files.Where(file => file.StartsWith("templates/content/estimator/TemplateProject/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)).ToArray();
        Assert.Equal(Parts.Order(), project.Select(file => Path.GetFileNameWithoutExtension(file).Replace("TemplateClass", "", StringComparison.Ordinal)).Order());
        var bodies = Parts.Select(part => Body(Tree.Text($"templates/content/estimator/TemplateProject/TemplateClass{part}.cs")));
        Assert.Equal(Opening + string.Join('\n', bodies), Tree.Text("templates/content/estimator-file/TemplateProject.cs"));
    }

    [Theory]
    [InlineData("symbols")]
    [InlineData("forms")]
    public void BothTemplatesTurnANameIntoTheSameNames(string section) => Assert.Equal(Section("estimator", section), Section("estimator-file", section));

    [Fact]
    public void ANewPluginAsksForThePackagesThatAreTestedHere()
    {
        var pinned = new ProjectFile("Directory.Packages.props").Items("PackageVersion").ToDictionary(ProjectFile.Include, package => ProjectFile.Value(package, "Version"));
        string[] projects = ["templates/content/estimator/TemplateProject/TemplateProject.csproj", "templates/content/estimator/TemplateProject.Tests/TemplateProject.Tests.csproj"];
        var asked = projects.SelectMany(project => new ProjectFile(project).Items("PackageReference")).ToDictionary(ProjectFile.Include, package => ProjectFile.Value(package, "Version"));
        Assert.Equal(["Infoscope.Abstractions", "Infoscope.Conformance"], asked.Where(package => package.Value == "$(InfoscopeVersion)").Select(package => package.Key).Order());
        Assert.All(asked.Where(package => package.Value != "$(InfoscopeVersion)"), package => Assert.Equal(pinned[package.Key], package.Value));
        Assert.Equal("INFOSCOPE_VERSION", new ProjectFile("templates/content/estimator/Directory.Build.props").Property("InfoscopeVersion"));
    }

    private static string Body(string code)
    {
        Assert.StartsWith(Opening, code, StringComparison.Ordinal);
        return code[Opening.Length..];
    }

    private static string Section(string template, string section) =>
        JsonDocument.Parse(File.ReadAllText(Tree.PathOf($"templates/content/{template}/.template.config/template.json"))).RootElement.GetProperty(section).GetRawText();
}
