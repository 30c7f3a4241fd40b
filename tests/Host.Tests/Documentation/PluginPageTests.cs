using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Documentation;

/// <summary>The code of the pages for plugin authors, built as it is printed and run.</summary>
public sealed class PluginPageTests : IDisposable
{
    private readonly Workspace files = new();
    private readonly string project = Repository.PathOf(typeof(PluginPageTests).Assembly, "artifacts", $"pages-{Guid.NewGuid():N}");

    public void Dispose()
    {
        files.Dispose();
        Directory.Delete(project, recursive: true);
    }

    [Fact]
    public void ThePluginsOfThePagesBuildAndRun()
    {
        var configuration = Repository.ConfigurationOf(typeof(PluginPageTests).Assembly);
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "Directory.Build.props"), $"""<Project><Import Project="{Root("plugins", "Directory.Build.props")}" /></Project>""");
        File.WriteAllText(Path.Combine(project, "MeanNorm.csproj"), Block("plugins.md", "xml"));
        File.WriteAllText(Path.Combine(project, "MeanNormEstimator.cs"), Block("plugins.md", "csharp"));
        File.WriteAllText(Path.Combine(project, "OccurrencesSource.cs"), Block("labels.md", "csharp"));
        Build(configuration);

        files.Npy("acts.npy", [4, 2], [3f, 4, 0, 0, 6, 8, 5, 12]);
        files.Npy("tokens.npy", [4], [7L, 7, 9, 7]);
        var run = files.Compare(
            "acts.npy", "--plugin", Path.Combine(project, "bin", configuration, "net10.0"), "--estimators", "mean-norm,soft-entropy",
            "--labels", "times=occurrences:tokens.npy", "--quantities", "mean-norm,conditional-entropy", "--items", "--null", "0").Done();
        Assert.Equal((5 + 0 + 10 + 13) / 4.0, run.Rows.Single(row => row["quantity"] == "mean-norm").Number("value"));
        files.Run("verify", Path.Combine(project, "bin", configuration, "net10.0"), "--estimator", "mean-norm", "--cases", "50").Done();
        Assert.Equal(["1", "3"], run.Rows.Where(row => row["label_set"] == "times" && row["item"].Length > 0).Select(row => row["item"]));
    }

    private static string Root(params string[] parts) => Repository.PathOf(typeof(PluginPageTests).Assembly, parts);

    private static string Block(string page, string language) =>
        Regex.Match(File.ReadAllText(Root("docs", page)), $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    // Without its dependencies, which are built and may be in use by other tests.
    private void Build(string configuration)
    {
        var (exitCode, output, errors) = Programs.Run(Programs.In(project, new Dictionary<string, string>(), "dotnet", "build", "-c", configuration, "--no-dependencies", project));
        Assert.True(exitCode == 0, output + errors);
    }
}
