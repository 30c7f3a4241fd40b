using System.Text.RegularExpressions;
using Infoscope.Host.Studying;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Studying;

/// <summary>The commands of the page on studies, typed as they are printed, and the columns that it names.</summary>
public sealed class StudyPageTests
{
    private static readonly string Root = Repository.PathOf(typeof(StudyPageTests).Assembly);

    private static readonly string[] Blocks = [.. Regex.Matches(File.ReadAllText(Path.Combine(Root, "docs", "study.md")), "^```\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups[1].Value)];

    [Fact]
    public void TheExamplesPrintWhatThePageShows()
    {
        using var files = new Workspace();
        string[] Typed(string command) => [.. command.Split(' ')[1..].Select(word => word.Trim('\'')).Select(word => word is "results" or "sizes.csv" or "plane" ? files.PathOf(word) : word)];
        string[] Printed(string command) => [.. Lines(HostProcess.Run(Root, files.Environment, Typed(command)).Done().Output)];
        string[] Studied(string commands)
        {
            var (compare, study) = commands.Trim().Split('\n') is [var first, var second] ? (first, second) : throw new InvalidOperationException($"two commands are wanted instead of {commands}");
            HostProcess.Run(Root, files.Environment, Typed(compare)).Done();
            return Printed(study);
        }

        Assert.Equal(Lines(Blocks[1]).SkipLast(1), Studied(Blocks[0]).Take(Lines(Blocks[1]).Count() - 1));
        files.Write("sizes.csv", Blocks[3]);
        Assert.Equal(Lines(Blocks[5]), Printed(Blocks[4].Trim()));
        var shown = Lines(Blocks[7]).ToArray();
        Assert.Contains("...", shown.Select(line => line.Trim()));
        Assert.Equal([], shown.Where(line => line.Trim() != "...").Except(Studied(Blocks[6])));
    }

    [Fact]
    public void EveryColumnIsOnThePage()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "study.md"));
        string[] Named(string section)
        {
            var text = page[page.IndexOf($"\n## {section}\n", StringComparison.Ordinal)..];
            text = text.IndexOf("\n## ", 1, StringComparison.Ordinal) is > 0 and var end ? text[..end] : text;
            return [.. Regex.Matches(text, "^\\| (`[^|]+`) \\|", RegexOptions.Multiline).SelectMany(line => Regex.Matches(line.Groups[1].Value, "`([^`]+)`").Select(match => match.Groups[1].Value))];
        }

        Assert.Equal(LayerProfileStudy.Columns.Select(column => column.Name).Order(), Named("Layer profile").Order());
        Assert.Equal(PowerLawLine.Columns.Select(column => column.Name), Named("Power law"));
        Assert.Equal(InformationPlaneStudy.Columns.Select(column => column.Name).Order(), Named("Information plane").Order());
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Trim('─').Length > 0);
}
