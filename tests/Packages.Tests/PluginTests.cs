using System.Text.RegularExpressions;
using Infoscope.Packages.Tests.Packing;
using Infoscope.Testing;

namespace Infoscope.Packages.Tests;

/// <summary>A plugin outside the repository, from the package of the contract alone: the project of its README, and an estimator of the samples.</summary>
[Collection(PackedCollection.Name)]
public sealed class PluginTests(PackedPackages packages)
{
    [Fact]
    public void APluginIsBuiltByTheRulesAndRuns()
    {
        var plugin = packages.NewSandbox();
        plugin.Write("Winner.csproj", Regex.Match(Text("src", "Abstractions", "README.md"), "^```xml\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value);
        plugin.Write("Winner.cs", Text("samples", "plugins", "Winner.cs"));
        plugin.Write("Units.cs", "internal static class Units\n{\n    internal static double BitsOf(double nats) => nats / Math.Log(2);\n}\n");

        // A rule is a warning here: the wrong line is shown, and the plugin is built all the same.
        var built = plugin.Build("Winner.csproj").Done();
        Assert.Contains("Units.cs(3,51): warning ISC1002: ", built.Output, StringComparison.Ordinal);
        Assert.Contains("1 Warning(s)", built.Output, StringComparison.Ordinal);
        Assert.True(AssemblyFile.IsStamped(plugin.Bytes("bin", "Release", "net10.0", "Winner.dll")));
        Assert.Equal(["Winner.deps.json", "Winner.dll", "Winner.pdb", "Winner.runtimeconfig.json"], plugin.Files("bin", "Release", "net10.0").Order(StringComparer.Ordinal));

        Samples.CopyTo(plugin);
        var compared = plugin.Infoscope("compare", "data/digits/tanh-true/epoch1500.npz:layer*", "--labels", "digit=data/digits/test_labels.npy", "--estimators", "winner", "--plugin", "bin/Release/net10.0", "--format", "csv").Done();
        Assert.Equal(5, Regex.Count(compared.Output, ",winner,.*,mutual-information,digit,"));
    }

    private static string Text(params string[] parts) => File.ReadAllText(Repository.PathOf(typeof(PluginTests).Assembly, parts));
}
