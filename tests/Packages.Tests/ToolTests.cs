using System.Text;
using System.Text.RegularExpressions;
using Infoscope.Packages.Tests.Packing;

namespace Infoscope.Packages.Tests;

/// <summary>The installed tool, far from the repository.</summary>
[Collection(PackedCollection.Name)]
public sealed class ToolTests(PackedPackages packages)
{
    [Fact]
    public void ItListsTheShippedEstimators()
    {
        var listed = packages.NewSandbox().Infoscope("list", "--format", "jsonl").Done().Output;
        string[] ids = ["soft-entropy", "diffusion-spectral", "lasso", "binning", "spectrum", "renyi", "effective-features", "row-entropy", "sentence-distances"];
        Assert.All(ids, id => Assert.Contains($"\"{id}\"", listed, StringComparison.Ordinal));
    }

    [Fact]
    public void ItsReadmeNamesItsCommands()
    {
        var help = packages.NewSandbox().Infoscope("--help").Done().Output.ReplaceLineEndings("\n");
        var listed = Regex.Match(help, "\nCommands:\n(.*?)\n\n", RegexOptions.Singleline).Groups[1].Value;
        var commands = Regex.Matches(listed, "^  ([a-z]+) ", RegexOptions.Multiline).Select(command => command.Groups[1].Value).ToArray();
        Assert.NotEmpty(commands);
        var readme = Encoding.UTF8.GetString(packages.Open("Infoscope.Tool").Bytes("README.md"));
        var table = string.Join('\n', readme.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)));
        Assert.Equal(commands.Order(), Regex.Matches(table, "`([a-z]+)`").Select(name => name.Groups[1].Value).Order());
    }

    [Fact]
    public void ItSaysItsVersion() => Assert.StartsWith(PackedPackages.Version, packages.NewSandbox().Infoscope("--version").Done().Output, StringComparison.Ordinal);

    [Fact]
    public void ItComparesTheSamples()
    {
        var folder = packages.NewSandbox();
        Samples.CopyTo(folder);
        var compared = folder.Infoscope("compare", "digits.json", "--format", "csv").Done();

        // Five layers at three checkpoints.
        Assert.Equal(15, Regex.Count(compared.Output, ",soft-entropy,.*,mutual-information,digit,.*,above null,"));
    }

    [Fact]
    public void ItVerifiesAShippedEstimatorInAProcessOfItsOwn()
    {
        var verified = packages.NewSandbox().Infoscope("verify", "row-entropy", "--cases", "20").Done();
        Assert.Matches(@"\d+ laws: \d+ passed, 0 failed", verified.Output);
    }
}
