using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Documentation;

/// <summary>The page for authors: its code is that of the samples, and its commands, run one after another in an empty folder, print what it shows.</summary>
public sealed class WriteAnEstimatorPageTests : IDisposable
{
    private const string Code = "csharp";

    private static readonly Block[] Blocks = [.. BlocksOf(File.ReadAllText(Root("docs", "write-an-estimator.md")))];
    private static readonly string NearestNeighbours = File.ReadAllText(Root("samples", "plugins", "NearestNeighbours.cs"));

    // The blocks of the first section, put together as it says.
    private static readonly string Winner = string.Join('\n', Blocks.Where(block => block is { Section: 1, Language: Code }).Select(block => block.Text));

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void TheFileOfThePageIsTheSample() => Assert.Equal(File.ReadAllText(Root("samples", "plugins", "Winner.cs")), Winner);

    [Fact]
    public void TheOtherCodeOfThePageIsOfTheOtherSample()
    {
        var others = Blocks.Where(block => block is { Section: > 3, Language: Code }).ToArray();
        Assert.NotEmpty(others);
        Assert.All(others, block => Assert.Contains(block.Text, NearestNeighbours, StringComparison.Ordinal));
    }

    [Fact]
    public void TheCommandsOfThePagePrintWhatItShows()
    {
        files.Environment["INFOSCOPE_CACHE"] = files.PathOf("cache");
        files.Write("Winner.cs", Winner);
        files.Write("NearestNeighbours.cs", NearestNeighbours);
        files.Write("epoch1500.npz", File.ReadAllBytes(Root("samples", "data", "digits", "tanh-true", "epoch1500.npz")));
        files.Write("test_labels.npy", File.ReadAllBytes(Root("samples", "data", "digits", "test_labels.npy")));

        var shown = 0;
        for (var i = 0; i + 1 < Blocks.Length; i++)
        {
            if (Blocks[i] is { Section: 3, Language: Code }) files.Write("Winner.cs", Broken(Blocks[i].Text));
            if (!Blocks[i].IsCommand || Blocks[i + 1] is not { Language: "", IsCommand: false, Text: var expected }) continue;
            var run = files.Run(ArgumentsOf(Blocks[i].Text));
            Assert.True(run.ExitCode == (expected.Contains("\nfailed\n", StringComparison.Ordinal) ? 2 : 0), run.ToString());
            Assert.Contains($"\n{expected}", $"\n{WithoutTrailingSpaces(run.Output)}\n", StringComparison.Ordinal);
            shown++;
        }

        Assert.Equal(Blocks.Count(block => block is { Language: "", IsCommand: false }), shown);
    }

    // As the page says: the lines on ties give way to one that has none.
    private static string Broken(string line)
    {
        var broken = Winner
            .Replace("                if (unit == 0 || row[unit] < row[winner]) continue;\n                isShared = row[unit] == row[winner];\n                winner = unit;\n", line, StringComparison.Ordinal)
            .Replace("            var isShared = false;\n", "", StringComparison.Ordinal)
            .Replace("return isShared ? NoWinner : winner;", "return winner;", StringComparison.Ordinal);
        Assert.DoesNotContain("isShared", broken, StringComparison.Ordinal);
        return broken;
    }

    private static IEnumerable<Block> BlocksOf(string page)
    {
        var section = 0;
        foreach (Match match in Regex.Matches(page, @"^## (?<section>\d+)\.|^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline))
        {
            if (match.Groups["section"].Success) section = int.Parse(match.Groups["section"].Value);
            else yield return new Block(section, match.Groups["language"].Value, match.Groups["text"].Value);
        }
    }

    private static string[] ArgumentsOf(string command) => [.. command.Trim().Split(' ')[1..].Select(word => word.Trim('\''))];

    private static string WithoutTrailingSpaces(string text) => Regex.Replace(text, " +$", "", RegexOptions.Multiline);

    private static string Root(params string[] parts) => Repository.PathOf(typeof(WriteAnEstimatorPageTests).Assembly, parts);

    private sealed record Block(int Section, string Language, string Text)
    {
        public bool IsCommand => Language.Length == 0 && Text.StartsWith("infoscope ", StringComparison.Ordinal);
    }
}
