using System.Text.RegularExpressions;
using Infoscope.Conformance.Benchmarking;
using Infoscope.Host.Benchmarking;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Documentation;

/// <summary>The example of the page on the benchmark, typed as it is printed, and the columns and tasks that the page names.</summary>
public sealed class BenchmarkPageTests
{
    private static readonly string Root = Repository.PathOf(typeof(BenchmarkPageTests).Assembly);

    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "benchmark.md"));

    [Fact]
    public void TheExamplePrintsWhatThePageShows()
    {
        var blocks = Regex.Matches(Page, "```\n(.*?)```", RegexOptions.Singleline);
        var command = blocks[0].Groups[1].Value.Trim();
        Assert.StartsWith("infoscope ", command);
        Assert.Equal(Lines(blocks[1].Groups[1].Value), Lines(HostProcess.Run(Root, new Dictionary<string, string>(), command.Split(' ')[1..]).Done().Output));
    }

    [Fact]
    public void ThePageNamesEveryColumnInItsOrder() => Assert.Equal(BenchmarkColumns.Rows.Select(column => column.Name), FirstColumn("The columns"));

    [Fact]
    public void ThePageNamesTheTasksOfARunWithoutAny() => Assert.Equal(BenchmarkTasks.Default.Select(task => task.Id), FirstColumn("Where the truths come from"));

    private static IEnumerable<string> FirstColumn(string section)
    {
        var text = Page[Page.IndexOf($"\n## {section}\n", StringComparison.Ordinal)..];
        text = text[..text.IndexOf("\n## ", 1, StringComparison.Ordinal)];
        return Regex.Matches(text, "^\\| (`[^|]+`) \\|", RegexOptions.Multiline).SelectMany(line => Regex.Matches(line.Groups[1].Value, "`([^`]+)`").Select(match => match.Groups[1].Value));
    }

    // Seconds, at the end of a line, are another time's.
    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => Regex.Replace(Regex.Replace(line.TrimEnd(), @" \d+\.\d{3}$", " #"), "─+", "─")).Select(line => Regex.Replace(line, " +", " ")).Where(line => line.Length > 0);
}
