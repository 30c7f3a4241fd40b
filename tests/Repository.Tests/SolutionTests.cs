using System.Xml.Linq;

namespace Infoscope.Tests.Conventions;

public sealed class SolutionTests
{
    private static readonly string[] InSolution = [.. XElement.Parse(Tree.Text("Infoscope.slnx")).Descendants("Project").Select(project => project.Attribute("Path")!.Value)];

    [Fact]
    public void EverySourcePluginAndTestProjectIsInTheSolution()
    {
        var expected = Tree.Projects.Where(project =>
            project.StartsWith("src/", StringComparison.Ordinal)
            || project.StartsWith("plugins/", StringComparison.Ordinal)
            || project.EndsWith(".Tests.csproj", StringComparison.Ordinal));
        Assert.Empty(expected.Except(InSolution));
    }

    [Fact]
    public void TheSolutionNamesOnlyWhatIsThere() => Assert.All(InSolution, project => Assert.True(Tree.Has(project), project));
}
