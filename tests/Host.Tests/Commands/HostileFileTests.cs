using Infoscope.Formats;
using Infoscope.Formats.Tests;

namespace Infoscope.Host.Tests.Commands;

/// <summary>Files that the formats refuse, given to the commands: exit code 1, one sentence on stderr, nothing on stdout.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const int PerFormat = 15;

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(FileFormat.Npy)]
    [InlineData(FileFormat.Npz)]
    [InlineData(FileFormat.Safetensors)]
    [InlineData(FileFormat.Csv)]
    public void ARefusedFileIsOneSentence(FileFormat format)
    {
        files.Npy("rows.npy", [3, 2], [1f, 2, 3, 4, 5, 6]);
        var refused = Refused(format).Take(PerFormat).ToArray();
        foreach (var name in refused)
        {
            var run = format == FileFormat.Csv ? files.Run("compare", "rows.npy", "--labels", $"class={name}:class", "--null", "0") : files.Run("compare", name);
            AssertOneSentence(run, name);
        }

        AssertOneSentence(files.Run("inspect", refused[0]), refused[0]);
        var all = files.Run(["inspect", .. refused]);
        Assert.Equal((1, ""), (all.ExitCode, all.Output));
        Assert.Equal(PerFormat, all.ErrorLines.Length);
        Assert.All(refused.Zip(all.ErrorLines), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    private static void AssertOneSentence(HostRun run, string name)
    {
        Assert.True(run is { ExitCode: 1, Output: "", ErrorLines.Length: 1 }, $"{name}: {run}");
        Assert.Contains(name, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Errors, StringComparison.Ordinal);
    }

    // What is refused when it is opened: damage among the elements is another matter, since no command needs all of them.
    private IEnumerable<string> Refused(FileFormat format)
    {
        for (var seed = 1000UL; ; seed++)
        {
            var mutant = new Mutant(format, seed);
            files.Write(mutant.Name, mutant.Bytes());
            if (IsRefused(files.PathOf(mutant.Name), format)) yield return mutant.Name;
        }
    }

    private static bool IsRefused(string path, FileFormat format)
    {
        try
        {
            if (format == FileFormat.Csv) return Reading.Of(path).Refusal.Length > 0;
            using var file = ArrayFile.Open(path);
            return false;
        }
        catch (ArrayFileException)
        {
            return true;
        }
    }
}
