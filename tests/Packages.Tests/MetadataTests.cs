using Infoscope.Packages.Tests.Packing;

namespace Infoscope.Packages.Tests;

/// <summary>What each package says of itself, and what it brings along.</summary>
[Collection(PackedCollection.Name)]
public sealed class MetadataTests(PackedPackages packages)
{
    // The rules and the stamp are for plugins, so neither goes further than to who refers to the contract itself.
    private const string Ours = "without Build,Analyzers";

    private static readonly string Version = PackedPackages.Version;

    private static readonly Dictionary<string, string[]> Dependencies = new()
    {
        ["Infoscope.Abstractions"] = [],
        ["Infoscope.Compute"] = [$"Infoscope.Abstractions {Version} {Ours}"],
        ["Infoscope.Conformance"] =
        [
            $"FSharp.Core 10.1.303 {Ours}",
            $"FsCheck 3.6.0 {Ours}",
            $"Infoscope.Abstractions {Version} {Ours}",
            $"Infoscope.Compute {Version} {Ours}",
            $"Infoscope.Engine [{Version}] {Ours}",
        ],
        ["Infoscope.Engine"] = [$"Infoscope.Abstractions {Version} {Ours}", $"Infoscope.Compute {Version} {Ours}"],
        ["Infoscope.Templates"] = [],
        ["Infoscope.Tool"] = [],
    };

    public static TheoryData<string> Ids => [.. PackedPackages.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void APackageSaysWhatItIs(string id)
    {
        var package = packages.Open(id);
        Assert.Equal(id, package.Value("id"));
        Assert.Equal(Version, package.Value("version"));
        Assert.Equal("The Infoscope authors", package.Value("authors"));
        Assert.Equal("MIT", package.Value("license"));
        Assert.EndsWith(".", package.Value("description"), StringComparison.Ordinal);
        Assert.Contains("information-theory", package.Value("tags").Split(' '));
        Assert.StartsWith($"# {id}\n", System.Text.Encoding.UTF8.GetString(package.Bytes(package.Value("readme"))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void APackageBringsWhatItNeedsAndNoMore(string id) => Assert.Equal(Dependencies[id], packages.Open(id).Dependencies);

    [Theory]
    [InlineData("Infoscope.Tool", "DotnetTool")]
    [InlineData("Infoscope.Templates", "Template")]
    public void WhatIsNoLibrarySaysWhatItIs(string id, string type)
    {
        var metadata = packages.Open(id).Metadata;
        Assert.Equal(type, metadata.Descendants(metadata.Name.Namespace + "packageType").Single().Attribute("name")!.Value);
    }

    [Fact]
    public void TheToolIsACommand()
    {
        var tool = packages.Open("Infoscope.Tool");
        Assert.Contains("Name=\"infoscope\" EntryPoint=\"infoscope.dll\"", System.Text.Encoding.UTF8.GetString(tool.Bytes("tools/net10.0/any/DotnetToolSettings.xml")), StringComparison.Ordinal);
    }
}
