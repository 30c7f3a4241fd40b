namespace Infoscope.Loading.Tests;

public sealed class RuleTests : IDisposable
{
    private const string Speaks = "public static void Speak() => Console.WriteLine(1);";

    private readonly SourceFolder files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void WhatARuleWarnsOfIsShownAndThePluginLoads()
    {
        var path = files.Write("Speaks.cs", SourceFolder.Plugin(members: Speaks));
        foreach (var _ in new[] { "compiled", "from the cache" })
        {
            using var catalog = files.Find(path);
            Assert.Empty(catalog.Refusals);
            Assert.Equal(
                [
                    $"{path}(9,35): warning ISC4005: Console.WriteLine speaks to the console, which belongs to the host; use the Log of the EstimationContext, or Notes of the estimates",
                    $"    9 |     {Speaks}",
                    "      |                                   ^",
                    "see: infoscope describe ISC4005",
                ],
                catalog.Plugins[0].Warnings);
            Assert.NotNull(catalog.LoadEstimator("counts-rows"));
        }
    }

    [Fact]
    public void WhatTheCompilerWarnsOfIsShownBesideTheRules()
    {
        var path = files.Write("Warned.cs", SourceFolder.Plugin(members: $"{Speaks} public static string Null => null;"));
        using var catalog = files.Find(path);
        Assert.Equal(["ISC4005", "CS8603"], catalog.Plugins[0].Warnings.Where(line => line.Contains(": warning ", StringComparison.Ordinal)).Select(line => line.Split(": ")[1]["warning ".Length..]));
    }

    [Theory]
    [InlineData("#pragma warning disable ISC4005\n")]
    [InlineData("#pragma warning disable\n")]
    public void APragmaTurnsARuleOff(string pragma)
    {
        using var catalog = files.Find(files.Write("Silenced.cs", pragma + SourceFolder.Plugin(members: Speaks)));
        Assert.Empty(catalog.Plugins[0].Warnings);
    }
}
