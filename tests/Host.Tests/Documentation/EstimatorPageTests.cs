using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Documentation;

/// <summary>The page of each shipped estimator says what it has, and its commands on the samples do what it shows.</summary>
public sealed class EstimatorPageTests
{
    private static readonly string[] Ids = ["soft-entropy", "diffusion-spectral", "lasso", "binning", "spectrum", "renyi", "effective-features", "row-entropy", "sentence-distances"];

    public static TheoryData<string> Pages => [.. Ids];

    public static IEnumerable<object[]> Commands =>
        Ids.SelectMany(id => Regex.Matches(Page(id), "^infoscope (compare samples/.*)$", RegexOptions.Multiline).Select(command => new object[] { id, command.Groups[1].Value }));

    [Fact]
    public void EveryShippedEstimatorHasAPage()
    {
        var folder = Root("docs", "estimators");
        Assert.Equal(Ids.Order(), Directory.EnumerateFiles(folder).Select(Path.GetFileNameWithoutExtension).Order());
        var listed = HostProcess.Run(Root(), new Dictionary<string, string>(), "list", "--format", "jsonl").Done().Output;
        Assert.All(Ids, id => Assert.Contains($"\"{id}\"", listed, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryOptionAndQuantityIsOnItsPage(string id)
    {
        var lines = HostProcess.Run(Root(), new Dictionary<string, string>(), "describe", id).Done().Output.Split('\n');
        var said = lines.SkipWhile(line => line != "Quantities").TakeWhile(line => line != "Claims").Select(line => Regex.Match(line, @"^  ([a-z-]+)  ").Groups[1].Value).Where(name => name.Length > 0).ToArray();
        Assert.NotEmpty(said);
        var page = Page(id);
        Assert.All(said, name => Assert.True(page.Contains($"`{name}`", StringComparison.Ordinal) || page.Contains($"`{name[name.IndexOf('-', StringComparison.Ordinal)..]}`", StringComparison.Ordinal), $"{name} is not on the page of {id}"));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void ACommandOnTheSamplesPrintsWhatFollowsIt(string id, string command)
    {
        var printed = Lines(HostProcess.Run(Root(), new Dictionary<string, string>(), command.Split(' ')).Done().Output);
        var after = Page(id)[(Page(id).IndexOf(command, StringComparison.Ordinal) + command.Length)..];
        var shown = Regex.Match(after, @"\A\n```\n```\n(.*?)```", RegexOptions.Singleline);
        if (shown.Success) Assert.Subset(printed.ToHashSet(), Lines(shown.Groups[1].Value).Where(line => line.Trim() != "...").ToHashSet());
        else Assert.NotEmpty(printed);
    }

    private static string Page(string id) => File.ReadAllText(Root("docs", "estimators", id + ".md"));

    // The line under the header is as wide as the table.
    private static IReadOnlyList<string> Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Trim('─').Length > 0)];

    private static string Root(params string[] parts) => Repository.PathOf(typeof(EstimatorPageTests).Assembly, parts);
}
