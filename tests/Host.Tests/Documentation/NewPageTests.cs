using System.Text.RegularExpressions;
using Infoscope.Host.Scaffolding;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Documentation;

/// <summary>What the page on new shows is what one sees.</summary>
public sealed class NewPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf(typeof(NewPageTests).Assembly, "docs", "new.md"));

    private static readonly string[] Blocks = [.. Regex.Matches(Page, @"^```\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups[1].Value)];

    public static TheoryData<string, string> Transcripts => new() { { Blocks[0].TrimEnd(), Blocks[1] }, { Blocks[2].TrimEnd(), Blocks[3] } };

    public static TheoryData<string, string, string, string> Names
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (Match row in Regex.Matches(Page, "^\\| `(?<name>[^`]+)` \\| `\\k<name>` \\| `(?<space>[^`]+)` \\| `(?<type>[^`]+)` \\| `(?<id>[^`]+)` \\|$", RegexOptions.Multiline))
                data.Add(row.Groups["name"].Value, row.Groups["space"].Value, row.Groups["type"].Value, row.Groups["id"].Value);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void ACommandOfThePageShowsWhatThePageShows(string command, string shown)
    {
        using var files = new Workspace();
        Assert.StartsWith("infoscope ", command, StringComparison.Ordinal);
        var run = files.Run(command.Split(' ')[1..]).Done();
        Assert.Equal(shown, (run.Output + run.Errors).Replace('\\', '/'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ANameOfThePageBecomesWhatThePageSays(string name, string space, string type, string id)
    {
        var template = Template.Load("estimator");
        Assert.Null(PluginName.WhyNot(name, template));
        Assert.Equal((space, type, id), (template.ValueOf("namespace", name), template.ValueOf("class", name) + "Estimator", template.ValueOf("id", name)));
    }
}
