using System.Diagnostics;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Commands;

/// <summary>Estimators that hang, or bring down the process they run in: verify lives, and finds the smallest case.</summary>
public sealed class VerifyDeadlyTests : IDisposable
{
    private readonly StagedPlugins staged = new("WrongEstimators");
    private readonly Workspace files = new();

    private string Plugin => staged.PathOf("WrongEstimators");

    public void Dispose()
    {
        files.Dispose();
        staged.Dispose();
    }

    [Theory]
    [InlineData("overflows-the-stack", "the process ended (stack overflow)", 1)]
    [InlineData("exits-the-process", "the process ended (exit code 0)", 1)]
    [InlineData("fails-fast", "the process ended (abort)", 1)]
    [InlineData("takes-all-memory", "it took, or asked for, more than 256MiB of memory", 1)]
    [InlineData("hangs-always", "it did not come back within 1 s", 1)]
    [InlineData("hangs-on-equal-rows", "it did not come back within 1 s", 2)]
    public void WhatBringsAProcessDownIsFoundWithASmallCase(string estimator, string sentence, int rows)
    {
        var run = files.Run(
            "verify", Plugin, "--estimator", $"{estimator},sign-cells", "--law", "DegenerateInputs", "--cases", "40", "--time-limit", "1", "--memory", "256MiB", "--format", "jsonl");
        Assert.Equal(2, run.ExitCode);
        var checks = run.Objects.Where(line => line.GetProperty("kind").GetString() == "check").ToDictionary(line => line.GetProperty("estimator").GetString()!);
        Assert.Equal("passed", checks["sign-cells"].GetProperty("outcome").GetString());
        var dead = checks[estimator];
        Assert.Equal(("failed", sentence), (dead.GetProperty("outcome").GetString(), dead.GetProperty("sentence").GetString()));
        var counterexample = dead.GetProperty("counterexample").GetProperty("rows");
        Assert.Equal((rows, 1), (counterexample.GetArrayLength(), counterexample[0].GetArrayLength()));
        Assert.Contains($" --replay {dead.GetProperty("replay").GetString()} ", dead.GetProperty("command").GetString());
    }

    [Fact]
    public void TheOtherLawsOfADeadlyEstimatorAreTested()
    {
        // Of two laws that run at once, one dies; no population has the zero row that kills.
        var run = files.Run("verify", Plugin, "--estimator", "overflows-the-stack", "--law", "ZeroUnderShuffle,DegenerateInputs", "--cases", "20", "--threads", "2", "--format", "jsonl");
        Assert.Equal([("ZeroUnderShuffle", "held"), ("DegenerateInputs", "failed")], run.Objects.SkipLast(1).Select(line => (line.GetProperty("law").GetString(), line.GetProperty("outcome").GetString())));
        Assert.Equal(["", "the process ended (stack overflow)"], run.Objects.SkipLast(1).Select(line => line.GetProperty("sentence").GetString()));
    }

    [Fact]
    public void TheReplayOfACaseThatEndsTheProcessEndsItAgain()
    {
        string[] what = ["verify", Plugin, "--estimator", "fails-fast", "--law", "DegenerateInputs", "--format", "jsonl"];
        var first = files.Run([.. what, "--cases", "40"]).Objects[0];
        var again = files.Run([.. what, "--replay", first.GetProperty("replay").GetString()!]).Objects[0];
        Assert.Equal("the process ended (abort)", again.GetProperty("sentence").GetString());
        Assert.Equal(1, again.GetProperty("ran").GetInt32());
        Assert.Equal(first.GetProperty("counterexample").GetRawText(), again.GetProperty("counterexample").GetRawText());
    }

    [Fact]
    public void AfterThreeDeathsTheOtherLawsAreNotRun()
    {
        var run = files.Run("verify", Plugin, "--estimator", "exits-the-process", "--law", "NonNegative,JsdRange,Symmetric,GlobalScale,ChainRule", "--cases", "10");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(3, run.OutputLines.Count(line => line.Contains(": the process ended (exit code 0)", StringComparison.Ordinal)));
        Assert.Contains("not run: the estimator ended its process, or hung, in 3 laws", run.Output);
        Assert.Contains("5 laws: 0 passed, 4 failed, 0 expected, 0 unclaimed, 1 not applicable", run.Output);
    }

    [Fact]
    public async Task AnInterruptedRunEndsItsChildAndIs130()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var process = HostProcess.Start(
            files.PathOf(), files.Environment, "verify", Plugin, "--estimator", "adds-a-constant,hangs-always", "--law", "UnitConversion", "--cases", "5", "--time-limit", "600");

        // The blank line behind the report of the first estimator; the second never ends.
        while (await process.StandardOutput.ReadLineAsync() is { Length: > 0 })
        {
        }

        int[] children = [];
        while (children.Length == 0) children = ChildrenOf(process.Id);
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])!) await kill.WaitForExitAsync();
        var run = HostProcess.End(process, process.StandardOutput.ReadToEndAsync());
        Assert.Equal((130, ""), (run.ExitCode, run.Output));
        Assert.Equal(["cancelled after 1 of 2 estimators; their reports are kept"], run.ErrorLines);
        Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child}"), "the child lives on."));
    }

    private static int[] ChildrenOf(int process) =>
        [.. Directory.GetDirectories($"/proc/{process}/task").SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse)];
}
