using System.Diagnostics;
using Infoscope.Host.Scaffolding;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Scaffolding;

/// <summary>The package of the templates, packed, installed into a place of its own and used: <c>dotnet new</c> writes what <c>infoscope new</c> writes.</summary>
public sealed class TemplateEngineTests : IDisposable
{
    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void TheTemplateEngineWritesTheSameFiles()
    {
        var project = Repository.PathOf(typeof(TemplateEngineTests).Assembly, "templates", "Templates.csproj");
        Dotnet("pack", project, "-c", Repository.ConfigurationOf(typeof(TemplateEngineTests).Assembly), "--no-restore", "--no-build", "-o", files.PathOf("feed"), $"-p:IntermediateOutputPath={files.PathOf("obj")}/");
        var hive = files.PathOf("hive");
        Dotnet("new", "install", Assert.Single(Directory.EnumerateFiles(files.PathOf("feed"), "Infoscope.Templates.*.nupkg")), "--debug:custom-hive", hive);
        foreach (var name in new[] { "Acme.Knn", "my-estimator", "KNN2", "acme.soft-2dGraphEstimator" })
        {
            foreach (var (shortName, folder) in new[] { ("infoscope-estimator", "estimator"), ("infoscope-estimator-file", "estimator-file") })
            {
                var written = files.PathOf(name, folder);
                Dotnet("new", shortName, "-n", name, "-o", written, "--debug:custom-hive", hive);
                Assert.Equal(Template.Load(folder).Fill(name).ToDictionary(file => file.Path, file => file.Text), Contents(written));
            }
        }
    }

    private static Dictionary<string, string> Contents(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);

    private void Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = files.PathOf(), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{output}{errors.Result}");
    }
}
