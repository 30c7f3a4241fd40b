using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Documentation;

/// <summary>The example of the page on inspect, typed as it is printed, and the properties that the page names.</summary>
public sealed class InspectPageTests
{
    private static readonly string Root = Repository.PathOf(typeof(InspectPageTests).Assembly);

    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "inspect.md"));

    private static readonly string[] Command = [.. Regex.Match(Page, "```\ninfoscope (?<arguments>[^\n]*)\n```").Groups["arguments"].Value.Split(' ')];

    [Fact]
    public void TheExamplePrintsWhatThePageShows()
    {
        var shown = Regex.Matches(Page, "```\n(.*?)```", RegexOptions.Singleline)[1].Groups[1].Value;
        Assert.Equal(Lines(shown), Lines(HostProcess.Run(Root, new Dictionary<string, string>(), Command).Done().Output));
    }

    [Fact]
    public void ThePageNamesEveryProperty()
    {
        var run = HostProcess.Run(Root, new Dictionary<string, string>(), [.. Command, "--format", "jsonl"]).Done();
        var named = Regex.Matches(Page.Split("## What the columns say")[1], "`([a-z_]+)`").Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Equal(6, run.Objects.Count);
        Assert.All(run.Objects, one => Assert.All(one.EnumerateObject(), property => Assert.Contains(property.Name, named)));
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
}
