using System.Text.Json;
using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Commands;

/// <summary>The report of verify, on a right estimator, on wrong ones, and on the one that is installed.</summary>
public sealed class VerifyTests : IDisposable
{
    // A copy of the build output, away from the repository, in a folder whose name a shell would take apart.
    private readonly StagedPlugins staged = new();
    private readonly Workspace files = new();

    public VerifyTests() => staged.Add("WrongEstimators", "wrong ones");

    private string Plugin => staged.PathOf("wrong ones");

    public void Dispose()
    {
        files.Dispose();
        staged.Dispose();
    }

    [Fact]
    public void ARightEstimatorPassesAndEveryLawIsCounted()
    {
        var run = files.Run("verify", Plugin, "--estimator", "sign-cells", "--cases", "30").Done();
        var laws = Enum.GetValues<Law>().Length;
        Assert.Equal("sign-cells 0.1.0, seed 1, 30 cases a law", run.OutputLines[0]);
        foreach (var law in Enum.GetNames<Law>()) Assert.Single(run.OutputLines, line => line.StartsWith($"  {law} ", StringComparison.Ordinal));
        var totals = Assert.Single(run.OutputLines, line => line.StartsWith($"{laws} laws: ", StringComparison.Ordinal));
        Assert.Contains(", 0 failed, ", totals);
        // Without what is in brackets, which are parts of a part.
        var parts = Regex.Matches(Regex.Replace(totals, @"\(.*?\)", "")[$"{laws} laws:".Length..], @"\d+").Sum(part => int.Parse(part.Value));
        Assert.Equal(laws, parts);
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public void OneAndTwoThreadsWriteTheSameBytes()
    {
        string[] what = ["verify", Plugin, "--estimator", "shrinks-with-few-rows,fails-fast", "--cases", "30", "--law", "ReplicationInvariant,ZeroUnderShuffle,DeclaredNullBias,DegenerateInputs,MemoryReleased"];
        var one = files.Run([.. what, "--threads", "1"]);
        var two = files.Run([.. what, "--threads", "2"]);
        Assert.Equal((2, 2), (one.ExitCode, two.ExitCode));
        Assert.Equal(one.Output, two.Output);
        Assert.Contains("DegenerateInputs: the process ended (abort)", one.Output);
        Assert.Contains("ReplicationInvariant: ", one.Output);
    }

    [Fact]
    public void AnInstalledEstimatorIsNamedByItsIdAndMayHaveOptionsSet()
    {
        var run = files.Run("verify", "soft-entropy", "--set", "soft-entropy.centre=true", "--law", "translation,per-sample-scale", "--cases", "20", "--format", "jsonl").Done();
        Assert.Equal(["Translation", "PerSampleScale"], run.Objects.SkipLast(1).Select(check => check.GetProperty("law").GetString()));
        Assert.Equal(["passed", "expected"], run.Objects.SkipLast(1).Select(check => check.GetProperty("outcome").GetString()));
        Assert.All(run.Objects.SkipLast(1), check => Assert.All(check.GetProperty("configurations").EnumerateArray(), options => Assert.Contains("centre=true", options.GetString())));
        Assert.StartsWith("infoscope verify soft-entropy --set soft-entropy.centre=true --law PerSampleScale --seed 1 --replay ", run.Objects[1].GetProperty("command").GetString());
        var summary = run.Objects[^1];
        Assert.Equal(("summary", 2, 1, 1), (summary.GetProperty("kind").GetString(), Number(summary, "laws"), Number(summary, "passed"), Number(summary, "expected")));
    }

    [Fact]
    public void EveryPrintedCommandShowsTheSameCounterexample()
    {
        var wrong = files.Run("verify", Plugin, "--estimator", "scale-sensitive,throws-on-one-feature", "--law", "GlobalScale,NonNegative,DegenerateInputs,DimensionPermutation", "--cases", "40", "--format", "jsonl");
        Assert.Equal(2, wrong.ExitCode);
        var failed = wrong.Objects.Where(line => line.TryGetProperty("counterexample", out var one) && one.ValueKind == JsonValueKind.Object).ToArray();
        Assert.True(failed.Length >= 4, wrong.Output);
        foreach (var check in failed)
        {
            var command = check.GetProperty("command").GetString()!;
            Assert.StartsWith($"infoscope verify '{Plugin}' --estimator ", command);
            var words = Regex.Matches(command, "'([^']*)'|(\\S+)").Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value).Skip(1);
            var again = files.Run([.. words, "--format", "jsonl"]);
            Assert.Equal(check.GetProperty("outcome").GetString() == "failed" ? 2 : 0, again.ExitCode);
            Assert.Equal(check.GetProperty("counterexample").GetRawText(), again.Objects[0].GetProperty("counterexample").GetRawText());
            Assert.Equal(check.GetProperty("sentence").GetString(), again.Objects[0].GetProperty("sentence").GetString());
            Assert.Equal(check.GetProperty("replay").GetString(), again.Objects[0].GetProperty("replay").GetString());
        }
    }

    [Fact]
    public void WhatContradictsItselfIsPointedOutAndIsTwo()
    {
        var run = files.Run("verify", Plugin, "--estimator", "contradicts-itself", "--law", "UnitConversion", "--cases", "5");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1 law: 1 passed, 0 failed, ", run.Output);
        Assert.Contains(" is both claimed and disclaimed", run.Output[run.Output.IndexOf("pointed out", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void NothingRanIsOne()
    {
        var run = files.Run("verify", "soft-entropy", "--law", "Symmetric", "--quiet");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["soft-entropy: nothing ran; none of the laws could be tested"], run.ErrorLines);
        Assert.Contains("1 law: 0 passed, 0 failed, 0 expected, 0 unclaimed, 1 not applicable", run.Output);
    }

    [Fact]
    public void APluginThatCannotBeLoadedIsOneWithItsSentence()
    {
        staged.Add("ThrowsInConstructor");
        var run = files.Run("verify", staged.PathOf("ThrowsInConstructor"), "--estimator", "throws-in-constructor");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("licence file not found", Assert.Single(run.ErrorLines));
        files.Write("Broken.dll", "I am a plugin, honestly.\n");
        files.Run("verify", "Broken.dll").AssertRefused($"NotDotNet: {files.PathOf("Broken.dll")} is no library at all: it does not start as one; a plugin is a .NET assembly built against Infoscope.Abstractions.");
    }

    [Fact]
    public void AnEstimatorThatCannotBeAskedHasEveryLawCounted()
    {
        staged.Add("ThrowsInBegin");
        var run = files.Run("verify", staged.PathOf("ThrowsInBegin"), "--estimator", "throws-in-requires", "--law", "JsdRange,InputUnchanged");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("2 laws: 0 passed, 2 failed, ", run.Output);
        Assert.Contains("InvalidOperationException: do not ask", run.Output[run.Output.IndexOf("pointed out", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void WhatAnEstimatorPrintsDoesNotDisturbTheReport()
    {
        staged.Add("WritesToTheConsole");
        var run = files.Run("verify", staged.PathOf("WritesToTheConsole"), "--law", "InputUnchanged", "--cases", "3").Done();
        Assert.StartsWith("writes-to-the-console ", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 law: 1 passed", run.Output);
    }

    [Fact]
    public void WhatIsMisspeltIsToldAllAtOnce()
    {
        files.Run(
            "verify", Plugin, "--estimator", "sign-cell", "--law", "jsd-identit,Isometri", "--cases", "0", "--threads", "0", "--memory", "3MB", "--format", "tabel", "--replay", "1,2,3", "--set", "anchors").AssertRefused(
            "--format is 'tabel'; did you mean table?",
            "--threads is 0; allowed is 1 to 1024.",
            "--memory is '3MB'; a size of at least 256MiB is needed, such as 2GiB.",
            "there is no law 'jsd-identit'; did you mean jsd-identity?",
            "there is no law 'Isometri'; did you mean Isometry?",
            "--replay is '1,2,3'; three numbers A,B,C are needed, the second odd, as a report names them.",
            "--cases is 0; allowed is 1 to 1000000.",
            "there is no estimator 'sign-cell' to verify; did you mean sign-cells?",
            "--set is 'anchors'; ESTIMATOR.OPTION=VALUE is needed, such as soft-entropy.anchors=200.");
        files.Run("verify", "soft-entrpy").AssertRefused("there is no estimator 'soft-entrpy', nor such a folder, DLL or .cs file; did you mean soft-entropy?");
        files.Run("verify").AssertRefused("verify needs PLUGIN; give a folder, a DLL, or an estimator that infoscope list shows.", "try: infoscope verify --help");
        files.Run("verify", "soft-entropy", "--time-limit", "0").AssertRefused("--time-limit is '0'; a number of seconds from 0.1 to 86400 is needed.", "try: infoscope verify --help");
        files.Run("verify", "soft-entropy", "--set", "soft-entropy.anchor=5").AssertRefused(
            "soft-entropy has no option 'anchor'; it has anchors, anchors-file, centre, draws, subspace-anchors, subspaces, temperature. Did you mean 'anchors'?");
        files.Run("verify", "soft-entropy", "--replay", "1,1,1").AssertRefused("--replay is one case of one law; give --law LAW, as the report does.");
        files.Run("verify", "soft-entropy", "--law", "ZeroUnderShuffle", "--replay", "1,1,1").AssertRefused(
            "ZeroUnderShuffle is tested over many data sets, so no single case can be replayed; leave out --replay, the same --seed gives the same data sets.");
    }

    private static int Number(JsonElement line, string name) => line.GetProperty(name).GetInt32();
}
