using Infoscope.Packages.Tests.Packing;

namespace Infoscope.Packages.Tests;

/// <summary>The package of the templates, installed into a place of its own and used: <c>dotnet new</c> writes what <c>infoscope new</c> of the tool writes.</summary>
[Collection(PackedCollection.Name)]
public sealed class TemplateEngineTests(PackedPackages packages)
{
    [Fact]
    public void TheTemplateEngineWritesTheSameFiles()
    {
        var folder = packages.NewEmptySandbox();
        string[] hive = ["--debug:custom-hive", folder.PathOf("hive")];
        folder.Run("dotnet", ["new", "install", Path.Combine(packages.Folder, $"Infoscope.Templates.{PackedPackages.Version}.nupkg"), .. hive]).Done();

        // Both templates make names in the same way, which a test of the repository holds; so one name is enough for the second.
        AssertSame("acme.soft-2dGraphEstimator", "infoscope-estimator-file", "--single-file");
        foreach (var name in new[] { "Acme.Knn", "my-estimator", "KNN2", "acme.soft-2dGraphEstimator" }) AssertSame(name, "infoscope-estimator");

        void AssertSame(string name, string template, params string[] flags)
        {
            var (engine, tool) = ($"engine/{template}/{name}", $"tool/{template}/{name}");
            folder.Run("dotnet", ["new", template, "-n", name, "-o", engine, .. hive]).Done();
            folder.Infoscope(["new", "estimator", name, "--output", tool, .. flags]).Done();
            var written = Contents(folder.PathOf(tool));
            Assert.NotEmpty(written);
            Assert.Equal(written, Contents(folder.PathOf(engine)));
        }
    }

    private static Dictionary<string, string> Contents(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);
}
