using System.Text.RegularExpressions;
using Infoscope.Acceptance.Tests.Processes;
using Infoscope.Testing;

namespace Infoscope.Acceptance.Tests;

/// <summary>The samples of plugins in one file, from the command line, as their page says.</summary>
public sealed class SamplePluginTests
{
    private static readonly string Root = Repository.PathOf(typeof(SamplePluginTests).Assembly);

    private static readonly string[] Blocks =
        [.. Regex.Matches(File.ReadAllText(Path.Combine(Root, "samples", "plugins", "README.md")), @"^```\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups[1].Value)];

    [Fact]
    public void TheCommandOfThePagePrintsWhatItShows()
    {
        var run = HostProcess.Run(Root, [.. Blocks[0].Trim().Split(' ')[1..].Select(word => word.Trim('\''))]);
        Assert.Equal(Blocks[1].TrimEnd(), string.Join('\n', run.Output.Select(line => line.TrimEnd())).TrimEnd());
        Assert.DoesNotContain(run.Errors, line => line.Contains("ISC", StringComparison.Ordinal));
    }

    // The other sample is verified where the page for authors is tested, which shows it.
    [Fact]
    public void NearestNeighboursAreVerified() =>
        Assert.Contains(HostProcess.Run(Root, "verify", "samples/plugins/NearestNeighbours.cs", "--cases", "50").Output, line => line.StartsWith("33 laws: 14 passed, 0 failed, ", StringComparison.Ordinal));
}
