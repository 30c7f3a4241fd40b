using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Infoscope.Host.Tests;
using Infoscope.Packages.Tests.Packing;
using Infoscope.Testing;
using Xunit.Abstractions;

namespace Infoscope.Packages.Tests;

/// <summary>The commands of the page on packages, in an empty folder with nothing but the packages; what they print is left in <c>artifacts/packages/transcript.txt</c>.</summary>
[Collection(PackedCollection.Name)]
public sealed class TranscriptTests(PackedPackages packages, ITestOutputHelper log)
{
    private const int Rows = 600;

    private static readonly string Page = File.ReadAllText(Repository.PathOf(typeof(TranscriptTests).Assembly, "docs", "packages.md")).Split("\n## ").Single(part => part.StartsWith("From an empty folder", StringComparison.Ordinal));

    [Fact]
    public void TheCommandsOfThePageDoWhatItShows()
    {
        var folder = packages.NewEmptySandbox();
        folder.Write("NuGet.config", Blocks("xml").Single().Replace("PATH/TO/packages", packages.Folder, StringComparison.Ordinal));
        folder.Write("labels.npy", NpyFile.Of([Rows], [.. Enumerable.Range(0, Rows).Select(row => (long)(row % 3))]));
        folder.Write("acts.npy", NpyFile.Of([Rows, 2], [.. Enumerable.Range(0, Rows).SelectMany(row => new double[] { row % 3 == 2 && row % 10 > 0 ? 1 : -1, row })]));

        var runs = new List<ShellRun>();
        try
        {
            foreach (var block in Blocks(""))
            {
                var lines = block.TrimEnd().Split('\n');
                if (Regex.IsMatch(lines[0], "^(dotnet|infoscope) ")) runs.AddRange(lines.Where(line => !line.StartsWith("export ", StringComparison.Ordinal)).Select(line => Type(folder, line)));
                else Assert.Subset(Lines(runs[^1].Output).ToHashSet(), Lines(block).Where(line => line != "...").ToHashSet());
            }
        }
        finally
        {
            Keep(runs);
        }

        Assert.Equal(3, runs.Count(run => run.Command.StartsWith("infoscope compare", StringComparison.Ordinal) || run.Command.StartsWith("dotnet test", StringComparison.Ordinal)));
        Assert.DoesNotContain(runs, run => run.Output.Contains(": warning ", StringComparison.Ordinal));
        Assert.True(AssemblyFile.IsStamped(folder.Bytes("Acme", "Acme", "bin", "Release", "net10.0", "Acme.dll")));
        Assert.False(AssemblyFile.IsStamped(folder.Bytes("Acme", "Acme.Tests", "bin", "Release", "net10.0", "Acme.Tests.dll")));
        Assert.DoesNotContain("Infoscope.Abstractions.dll", folder.Files("Acme", "Acme", "bin", "Release", "net10.0"));
    }

    // What the page puts on the path is where it installs the tool.
    private static ShellRun Type(Sandbox folder, string line)
    {
        var words = line.Split(' ');
        var program = words[0] == "infoscope" ? folder.PathOf("tools", OperatingSystem.IsWindows() ? "infoscope.exe" : "infoscope") : words[0];
        return (folder.Run(program, words[1..]) with { Command = line }).Done();
    }

    private static IEnumerable<string> Blocks(string language) =>
        Regex.Matches(Page, @"^```(\w*)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value);

    // Seconds, and the path of the assembly after them, are another time's; the line under a header is as wide as the table.
    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => Regex.Replace(line, ", Duration: .*$", "").TrimEnd()).Where(line => line.Trim('─').Length > 0);

    private void Keep(IReadOnlyList<ShellRun> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs) text.Append(CultureInfo.InvariantCulture, $"$ {run.Command}\n{run.Errors}{run.Output}\n");
        foreach (var run in runs) text.Append(CultureInfo.InvariantCulture, $"{run.ElapsedSeconds,6:F1} s  {run.Command}\n");
        text.Append(CultureInfo.InvariantCulture, $"{runs.Sum(run => run.ElapsedSeconds),6:F1} s  in all\n");
        var file = Repository.PathOf(typeof(TranscriptTests).Assembly, "artifacts", "packages", "transcript.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.ToString());
        log.WriteLine(text.ToString());
    }
}
