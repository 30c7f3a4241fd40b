using System.Text;
using System.Text.Json;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Commands;

/// <summary>The promised exit codes other than 1, which has its own tests.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly Workspace files = new();

    public ExitCodeTests() => files.Npy("acts.npy", [60, 4], Generated.Rows(60, 4));

    public void Dispose() => files.Dispose();

    [Fact]
    public void ARefusedPluginLeavesTheOthersRunningAndIsThree()
    {
        files.Write("Broken.dll", "I am a plugin, honestly.\n");
        var run = files.Compare("acts.npy", "--plugin", "Broken.dll", "--plugin", "nothing.dll", "--estimators", "soft-entropy", "--quiet", "--quantities", "entropy");
        Assert.Equal(
            [
                $"NotDotNet: {files.PathOf("Broken.dll")} is no library at all: it does not start as one; a plugin is a .NET assembly built against Infoscope.Abstractions.",
                $"NotFound: {files.PathOf("nothing.dll")} does not exist; a plugin is a folder, a DLL or a .cs file.",
            ],
            run.ErrorLines);
        Assert.Equal("entropy", Assert.Single(run.Rows)["quantity"]);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(3, files.Run("list", "--plugin", "Broken.dll").ExitCode);
    }

    [Fact]
    public void APluginThatCannotBeMadeIsThreeUnlessItWasNamed()
    {
        using var staged = new StagedPlugins("ThrowsInConstructor");
        var run = files.Compare("acts.npy", "--plugin", staged.PathOf("ThrowsInConstructor"), "--quantities", "entropy");
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(3, ErrorsOf(run).Length);
        Assert.All(ErrorsOf(run), line => Assert.Contains(staged.PathOf("ThrowsInConstructor", "ThrowsInConstructor.dll"), line));
        Assert.Equal(Shipped(), EstimatorsOf(run));

        var named = files.Compare("acts.npy", "--plugin", staged.PathOf("ThrowsInConstructor"), "--estimators", "throws-in-constructor,soft-entropy");
        Assert.Equal((1, ""), (named.ExitCode, named.Output));
        Assert.Contains("licence file not found", Assert.Single(named.ErrorLines));
    }

    [Theory]
    [InlineData]
    [InlineData("--estimators", "throws-in-begin,soft-entropy,throws-in-requires")]
    [InlineData("--estimators", "throws-in-begin,soft-entropy,throws-in-requires", "--quiet", "--reference", "acts.npy")]
    public void APluginThatFailsBeforeItRunsIsThreeAndTheOthersKeepTheirRows(params string[] more)
    {
        using var staged = new StagedPlugins("ThrowsInBegin");
        var run = files.Compare(["acts.npy", "--plugin", staged.PathOf("ThrowsInBegin"), "--quantities", "entropy", .. more]);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["throws-in-begin failed: InvalidOperationException: not today (ThrowsInBegin.cs, line 10)", "throws-in-requires failed: InvalidOperationException: do not ask (ThrowsInRequires.cs, line 8)"], ErrorsOf(run).Order());
        Assert.Equal(more.Length == 0 ? Shipped() : ["soft-entropy"], EstimatorsOf(run));
    }

    [Fact]
    public void WhatAPluginWritesToTheConsoleIsTalk()
    {
        using var staged = new StagedPlugins("WritesToTheConsole");
        var run = files.Compare("acts.npy", "--plugin", staged.PathOf("WritesToTheConsole"), "--estimators", "writes-to-the-console", "--scale-probe", "off").Done();
        Assert.Equal("rows-observed", Assert.Single(run.Rows)["quantity"]);
        Assert.StartsWith("set,layer,step", run.Output, StringComparison.Ordinal);
        Assert.All(run.ErrorLines, line => Assert.Contains(line, new[] { "made", "asked", "fed", "no labels, so no information about any; give --labels NAME=FILE" }));
        Assert.Contains("fed", run.ErrorLines);
    }

    [Fact]
    public void APluginThatFailsWhileItRunsKeepsTheRowsOfTheOthers()
    {
        using var staged = new StagedPlugins("ThrowsInObserve");
        File.Copy(files.PathOf("acts.npy"), files.PathOf("more.npy"));
        var run = files.Compare(
            "acts.npy", "more.npy", "--plugin", staged.PathOf("ThrowsInObserve"), "--estimators", "diffusion-spectral,soft-entropy,throws-in-observe", "--set", "throws-in-observe.call=1", "--quantities", "entropy");
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            new[] { "acts.npy", "more.npy" }.Select(name => $"throws-in-observe failed on {files.PathOf(name)}: ObservedTooMuchException: call 1 was too much"),
            // Where it was thrown follows if the symbols can be read.
            run.ErrorLines.Select(line => line.Replace(" (ThrowsInObserve.cs, line 18)", "", StringComparison.Ordinal)));
        Assert.Equal(
            [("acts.npy", "diffusion-spectral"), ("acts.npy", "soft-entropy"), ("more.npy", "diffusion-spectral"), ("more.npy", "soft-entropy")],
            run.Rows.Where(row => row["quantity"] == "entropy").Select(row => (row["set"], row["estimator"])));
    }

    [Fact]
    public async Task AnInterruptedRunKeepsWhatItHasAndIs130()
    {
        if (OperatingSystem.IsWindows()) return;
        files.Write("long.npy", Repeated(rows: 200_000, features: 16));
        using var process = HostProcess.Start(
            files.PathOf(), files.Environment, "compare", "acts.npy", "long.npy", "--format", "csv", "--estimators", "soft-entropy", "--set", "soft-entropy.anchors=4000", "--quantities", "entropy", "--out", "out");

        // The rows of the first set are out while the second, which takes a minute of work, has just begun.
        var output = new StringBuilder();
        for (var line = 0; line < 2; line++) output.Append(await process.StandardOutput.ReadLineAsync()).Append('\n');
        HostProcess.Interrupt(process);
        var run = HostProcess.End(process, process.StandardOutput.ReadToEndAsync());

        Assert.Equal(130, run.ExitCode);
        Assert.Equal(["cancelled after 1 of 2 activation sets; their rows are kept"], run.ErrorLines);
        Assert.Equal("", run.Output);
        Assert.Equal("acts.npy", Assert.Single(ResultLine.Parse(output.ToString()))["set"]);
        Assert.Equal(output.ToString(), files.Read("out", "results.csv"));
        var record = JsonDocument.Parse(files.Read("out", "run.json")).RootElement;
        Assert.Equal((130, 1, 2), (record.GetProperty("exit_code").GetInt32(), record.GetProperty("activation_sets_finished").GetInt32(), record.GetProperty("activation_sets").GetInt32()));
    }

    [Fact]
    public async Task AnInterruptedBenchmarkKeepsWholeTasksAndIs130()
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = HostProcess.Start(files.PathOf(), files.Environment, "benchmark", "--estimators", "soft-entropy", "--tasks", "cubes*,simplex*", "--n", "300", "--seeds", "200", "--threads", "1", "--format", "csv");

        // The lines of the first task are out while there are minutes of work left.
        var output = new StringBuilder();
        for (var line = 0; line < 2; line++) output.Append(await process.StandardOutput.ReadLineAsync()).Append('\n');
        HostProcess.Interrupt(process);
        var run = HostProcess.End(process, process.StandardOutput.ReadToEndAsync());

        Assert.Equal(130, run.ExitCode);
        Assert.Matches("^cancelled after [0-9]+ of 21 tasks; their lines are kept$", Assert.Single(run.ErrorLines));
        Assert.All(ResultLine.Parse(output + run.Output).GroupBy(row => row["task"]), task => Assert.Equal(3, task.Count()));
    }

    [Fact]
    public void ARunThatBreaksOnItsInputIsOneAndSaysSoInItsRecord()
    {
        files.Write("cut.npz", NpzFile.Of(("x", NpyFile.Of([400, 50], Generated.Rows(400, 50)))));
        var bytes = File.ReadAllBytes(files.PathOf("cut.npz"));
        for (var i = 0; i < 2000; i++) bytes[10_000 + i] ^= 0x5A;
        files.Write("cut.npz", bytes);
        var run = files.Compare("cut.npz", "--out", "out");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, JsonDocument.Parse(files.Read("out", "run.json")).RootElement.GetProperty("exit_code").GetInt32());
    }

    // Where nobody names estimators some are left out, and that is no error.
    private static string[] ErrorsOf(HostRun run) => [.. run.ErrorLines.Where(line => !line.Contains("left out", StringComparison.Ordinal))];

    // Those that run where nobody names estimators and no plugin is given.
    private string[] Shipped() => [.. EstimatorsOf(files.Compare("acts.npy", "--quantities", "entropy").Done())];

    private static IEnumerable<string> EstimatorsOf(HostRun run) => run.Rows.Select(row => row["estimator"]).Distinct();

    private static byte[] Repeated(int rows, int features)
    {
        var some = Generated.Rows(1000, features);
        return NpyFile.Of([rows, features], [.. Enumerable.Repeat(some, rows / 1000).SelectMany(block => block)]);
    }
}
