using System.Collections.Concurrent;
using System.Diagnostics;

namespace Infoscope.Host.Tests.Watching;

public sealed class WatchCommandTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void ASaveRunsAgainAndABrokenOneKeepsTheLastThatWorked()
    {
        if (OperatingSystem.IsWindows()) return;
        files.Npy("acts.npy", [4, 2], [3f, 4, 0, 0, 6, 8, 5, 12]);
        files.Write("One.cs", Counting("one", 1));
        files.Write("Two.cs", Counting("two", 10));
        using var process = HostProcess.Start(
            files.PathOf(), files.Environment, "compare", "acts.npy", "--plugin", "One.cs", "--plugin", "Two.cs", "--estimators", "one,two", "--scale-probe", "off", "--format", "csv", "--watch");
        var (output, errors) = (Lines(process.StandardOutput), Lines(process.StandardError));

        Assert.Equal(["one=4", "two=40"], Values(output));
        Assert.Equal(["no labels, so no information about any; give --labels NAME=FILE", "waiting for a save; Ctrl-C ends"], Take(errors, 2));

        files.Write("One.cs", Counting("one", 2));
        Assert.Equal("One.cs changed; running again", Take(errors, 1)[0]);
        Assert.Equal(["one=8", "two=40"], Values(output));
        Take(errors, 2);

        // What does not compile runs as it last did, and goes on so when the other one is saved.
        var path = files.PathOf("One.cs");
        files.Write("One.cs", Counting("one", 2).Replace("block.Rows;", "block.Rows", StringComparison.Ordinal));
        string[] refused = [$"DoesNotCompile: {path} does not compile: 1 error.", "One.cs: the last version that worked runs on"];
        Assert.Equal("One.cs changed; running again", Take(errors, 1)[0]);
        var said = Take(errors, 7);
        Assert.Equal(refused, new[] { said[0], said[4] });
        Assert.StartsWith($"{path}(12,", said[1], StringComparison.Ordinal);
        Assert.Equal(["one=8", "two=40"], Values(output));

        files.Write("Two.cs", Counting("two", 20));
        Assert.Equal("Two.cs changed; running again", Take(errors, 1)[0]);
        Assert.Equal(refused, new[] { Take(errors, 7) }.SelectMany(lines => new[] { lines[0], lines[4] }));
        Assert.Equal(["one=8", "two=80"], Values(output));

        // An editor that writes a new file and puts it in the place of the old.
        files.Write("new", Counting("one", 3));
        File.Delete(path);
        Thread.Sleep(300);
        File.Move(files.PathOf("new"), path);
        Assert.Equal("One.cs changed; running again", Take(errors, 1)[0]);
        Assert.Equal(["one=12", "two=80"], Values(output));
        Take(errors, 2);

        HostProcess.Interrupt(process);
        Assert.True(process.WaitForExit(Limit));
        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public void VerifyRunsAgainToo()
    {
        if (OperatingSystem.IsWindows()) return;
        files.Write("One.cs", Counting("one", 1));
        using var process = HostProcess.Start(files.PathOf(), files.Environment, "verify", "One.cs", "--law", "SamplePermutation", "--cases", "5", "--watch");
        var (output, errors) = (Lines(process.StandardOutput), Lines(process.StandardError));
        Assert.Equal("1 law: 0 passed, 0 failed, 0 expected, 1 unclaimed (1 held, 0 did not), 0 not applicable", Take(output, 4)[3]);
        Assert.Equal("waiting for a save; Ctrl-C ends", Take(errors, 1)[0]);
        files.Write("One.cs", "class A { int a = 1 }");
        Assert.Equal("One.cs changed; running again", Take(errors, 1)[0]);
        Assert.Equal($"DoesNotCompile: {files.PathOf("One.cs")} does not compile: 1 error.", Take(errors, 4)[0]);
        HostProcess.Interrupt(process);
        Assert.True(process.WaitForExit(Limit));
        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public void WithoutASourceFileThereIsNothingToWatch()
    {
        files.Npy("acts.npy", [4, 2], [3f, 4, 0, 0, 6, 8, 5, 12]);
        files.Run("compare", "acts.npy", "--watch").AssertRefused("--watch waits for a .cs plugin to be saved, and there is none; name one with --plugin MyEstimator.cs.");
        files.Run("verify", "soft-entropy", "--watch").AssertRefused("--watch waits for a .cs plugin to be saved, and soft-entropy is none; name the file, such as MyEstimator.cs.");
    }

    [Fact]
    public void WhereResultsLieAlreadyNoSaveIsWaitedFor()
    {
        files.Npy("acts.npy", [4, 2], [3f, 4, 0, 0, 6, 8, 5, 12]);
        files.Write("One.cs", Counting("one", 1));
        files.Write("out/results.csv", "mine\n");
        files.Run("compare", "acts.npy", "--plugin", "One.cs", "--out", "out", "--watch").AssertRefused($"--out {files.PathOf("out")} holds results already; give another folder, or --overwrite.");
        Assert.Equal("mine\n", files.Read("out", "results.csv"));
    }

    [Fact]
    public void WhereNobodyReadsTheOutputAnyMoreItEnds()
    {
        if (OperatingSystem.IsWindows()) return;
        files.Npy("acts.npy", [4, 2], [3f, 4, 0, 0, 6, 8, 5, 12]);
        files.Write("One.cs", Counting("one", 1));
        using var process = HostProcess.Start(files.PathOf(), files.Environment, "compare", "acts.npy", "--plugin", "One.cs", "--estimators", "one", "--scale-probe", "off", "--format", "csv", "--watch");
        var errors = Lines(process.StandardError);
        Assert.StartsWith("set,", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        Assert.Equal("waiting for a save; Ctrl-C ends", Take(errors, 2)[1]);
        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(1)));
        process.StandardOutput.Close();
        Assert.True(process.WaitForExit(Limit));
        Assert.Equal(0, process.ExitCode);
    }

    private static string Counting(string id, int weight) => $$"""
        using Infoscope;
        [Estimator("{{id}}", Summary = "Counts rows.", Citation = "none: a test")]
        [Estimates("rows-observed")]
        public sealed class Counts : IEstimator
        {
            private static readonly Quantity Rows = new() { Id = "rows-observed", Symbol = "N", Name = "rows observed", Kind = QuantityKind.Count };
            public InputRequirements Requires(OptionValues options) => new() { Precision = Precision.Double };
            public IEstimation Begin(EstimationContext context) => new Estimation();
            private sealed class Estimation : IEstimation
            {
                private long rows;
                public void Observe(in ActivationBlock block) => rows += block.Rows;
                public EstimateSet Complete() => new() { Estimates = [new Estimate { Quantity = Rows, Value = Amount.Count({{weight}} * rows), RowsUsed = rows }] };
            }
        }

        """;

    // The header and two rows.
    private static string[] Values(BlockingCollection<string> output) =>
        [.. ResultLine.Parse(string.Join('\n', Take(output, 3)) + "\n").Select(row => $"{row["estimator"]}={row["value"]}")];

    private static string[] Take(BlockingCollection<string> lines, int count)
    {
        var taken = new List<string>();
        while (taken.Count < count)
        {
            Assert.True(lines.TryTake(out var line, Limit), $"no further line after:\n{string.Join('\n', taken)}");
            taken.Add(line);
        }

        return [.. taken];
    }

    private static BlockingCollection<string> Lines(StreamReader reader)
    {
        var lines = new BlockingCollection<string>();
        _ = Task.Run(async () =>
        {
            while (await reader.ReadLineAsync() is { } line) lines.Add(line);
        });
        return lines;
    }
}
