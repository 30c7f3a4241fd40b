using Infoscope.Packages.Tests.Packing;
using Infoscope.Testing;

namespace Infoscope.Packages.Tests;

/// <summary>What is inside each package, file by file.</summary>
/// <remarks>With <c>INFOSCOPE_UPDATE_PACKAGES=1</c> the lists are written anew.</remarks>
[Collection(PackedCollection.Name)]
public sealed class ContentTests(PackedPackages packages)
{
    public static TheoryData<string> Ids => [.. PackedPackages.Ids];

    [Fact]
    public void NothingElseIsPacked() =>
        Assert.Equal(PackedPackages.Ids.Select(id => $"{id}.{PackedPackages.Version}.nupkg").Order(), Directory.EnumerateFiles(packages.Folder).Select(Path.GetFileName).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void APackageHoldsTheFilesOfItsList(string id)
    {
        var list = Repository.PathOf(typeof(ContentTests).Assembly, "tests", "Packages.Tests", "Expected", $"{id}.txt");
        var files = packages.Open(id).Files;
        if (Environment.GetEnvironmentVariable("INFOSCOPE_UPDATE_PACKAGES") == "1") File.WriteAllText(list, string.Join('\n', files) + "\n");
        Assert.Equal(File.ReadAllLines(list), files);
    }

    [Fact]
    public void TheToolCarriesEveryShippedPlugin()
    {
        var shipped = Directory.EnumerateFiles(Repository.PathOf(typeof(ContentTests).Assembly, "plugins"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToArray();
        Assert.NotEmpty(shipped);
        Assert.Superset(shipped.Select(name => $"tools/net10.0/any/plugins/{name}/{name}.dll").ToHashSet(), packages.Open("Infoscope.Tool").Files.ToHashSet());
    }

    [Fact]
    public void EveryRulePageIsWithTheRules()
    {
        var pages = Directory.EnumerateFiles(Repository.PathOf(typeof(ContentTests).Assembly, "docs", "rules")).Select(page => $"docs/rules/{Path.GetFileName(page)}").ToHashSet();
        Assert.NotEmpty(pages);
        Assert.Superset(pages, packages.Open("Infoscope.Abstractions").Files.ToHashSet());
    }
}
