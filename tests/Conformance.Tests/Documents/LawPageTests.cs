namespace Infoscope.Conformance.Tests.Documents;

/// <summary>What the pages of the laws say is what the laws are.</summary>
[Collection(AloneCollection.Name)]
public sealed class LawPageTests
{
    private const string UpdateVariable = "INFOSCOPE_UPDATE_DOCS";

    private static readonly string Fixture = BuiltPlugins.PathOf("tests", "PluginFixtures", "WrongEstimators");

    /// <summary>Gets all laws.</summary>
    public static TheoryData<Law> Laws => [.. Enum.GetValues<Law>()];

    [Fact]
    public void EveryLawHasAPageAndNoPageIsLeftOver() =>
        Assert.Equal(
            Enum.GetValues<Law>().Select(LawPage.FileNameOf).Append("README.md").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(LawPage.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void TheIndexSaysWhatTheLawsAre() => AssertUpToDate(LawIndex.Path, File.ReadAllText(LawIndex.Path), LawIndex.Rewritten(File.ReadAllText(LawIndex.Path)));

    [Theory]
    [MemberData(nameof(Laws))]
    public void ThePageShowsTheCounterexampleThatTheBatteryFinds(Law law)
    {
        var page = LawPage.Of(law);
        AssertUpToDate(page.Path, page.Text, page.Rewritten());
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void ThePageStatesTheLaw(Law law)
    {
        var page = LawPage.Of(law);
        Assert.StartsWith($"# {law}\n", page.Text, StringComparison.Ordinal);
        Assert.Contains($"```text\n{page.Property.Statement}\n```", page.Text, StringComparison.Ordinal);
        Assert.Contains(ClaimTable.Required.Contains(law) ? "every estimator owes it" : $"[Claims(Law.{law}, Exactness.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void ThePageShowsCodeOfTheFixture(Law law)
    {
        var page = LawPage.Of(law);
        var file = $"{string.Concat(page.Mutant.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}.cs";
        string[] sources = [Path.Combine(Fixture, "Mutants", file), Path.Combine(Fixture, "Cells", "CellEstimation.cs")];
        var lines = sources.SelectMany(File.ReadLines).Select(line => line.Trim()).ToHashSet();
        Assert.Contains($"[`{page.Mutant}`](../../tests/PluginFixtures/WrongEstimators/Mutants/{file})", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.CodeOfTheMutant);
        Assert.All(page.CodeOfTheMutant, line => Assert.Contains(line, lines));
    }

    private static void AssertUpToDate(string path, string recorded, string actual)
    {
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1") File.WriteAllText(path, recorded = actual);
        Assert.True(recorded == actual, $"{path} is not what the laws give now; if the change is meant, run the tests once with {UpdateVariable}=1. It should read:\n{actual}");
    }
}
