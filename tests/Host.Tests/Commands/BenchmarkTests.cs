using System.Text.Json;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Commands;

public sealed class BenchmarkTests : IDisposable
{
    // Two tasks that Soft Entropy applies to, small enough to take a fraction of a second.
    private static readonly string[] Small = ["benchmark", "--estimators", "soft-entropy", "--tasks", "independent-k4-d16,cubes-k4-d3", "--n", "60,40", "--seeds", "3", "--null", "4"];

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void LinesAreFlatAndInAFixedOrder()
    {
        var run = files.Run([.. Small, "--format", "csv"]).Done();
        string[] quantities = ["mutual-information", "mutual-information-unweighted", "mutual-information-corrected"];
        Assert.Equal(
            from task in new[] { "cubes-k4-d3", "independent-k4-d16" } from quantity in quantities from n in new[] { "40", "60" } select $"{task} {quantity} {n}",
            run.Rows.Select(row => $"{row["task"]} {row["quantity"]} {row["n"]}"));
        var row = run.Rows[0];
        Assert.Equal(("soft-entropy", "ceiling", "3", "4", "3", "0", "4"), (row["estimator"], row["role"], row["features"], row["labels"], row["seeds"], row["first_seed"], row["permutations"]));
        Assert.Equal(Math.Log(4), row.Number("truth"), 1e-12);
        Assert.Equal(row.Number("mean") - row.Number("truth"), row.Number("bias"), 1e-12);
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public void JsonLinesHoldWhatCsvHolds()
    {
        var csv = files.Run([.. Small, "--format", "csv"]).Done().Rows;
        var json = files.Run([.. Small, "--format", "jsonl"]).Done().Objects;
        Assert.Equal(csv.Count, json.Count);
        foreach (var (line, one) in csv.Zip(json))
        {
            foreach (var cell in one.EnumerateObject().Where(cell => cell.Name != "seconds"))
            {
                if (cell.Value.ValueKind == JsonValueKind.Number) Assert.Equal(cell.Value.GetDouble(), line.Number(cell.Name));
                else Assert.Equal(cell.Value.ValueKind == JsonValueKind.Null ? "" : cell.Value.GetString(), line[cell.Name]);
            }
        }
    }

    [Fact]
    public void TheSameSeedGivesTheSameNumbersOnOneAndTwoThreads()
    {
        var runs = new[] { "1", "2" }.Select(threads => files.Run([.. Small, "--format", "csv", "--threads", threads]).Done().Rows.Select(row => row.WithoutCost())).ToArray();
        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], files.Run([.. Small, "--format", "csv", "--seed", "100"]).Done().Rows.Select(row => row.WithoutCost()));
    }

    [Fact]
    public void TheTableHasTheSmallestErrorAtTheLargestNumberOfRowsFirst()
    {
        var lines = files.Run(Small).Done().OutputLines;
        var rows = files.Run([.. Small, "--format", "csv"]).Done().Rows;
        foreach (var task in new[] { "cubes-k4-d3", "independent-k4-d16" })
        {
            var start = Array.FindIndex(lines, line => line.StartsWith($"{task}: I(Y;Z) = ", StringComparison.Ordinal));
            Assert.EndsWith("nats (closed form)", lines[start]);
            var shown = lines[(start + 1)..].SkipWhile(line => !line.StartsWith("  soft-entropy", StringComparison.Ordinal)).Take(6).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
            var sorted = rows.Where(row => row["task"] == task && row["n"] == "60").OrderBy(row => row.Number("rmse")).Select(row => row["quantity"]);
            Assert.Equal(
                sorted.SelectMany(quantity => Enumerable.Repeat(quantity == "mutual-information" ? "soft-entropy" : $"soft-entropy [{quantity}]", 2)),
                shown.Select(cells => string.Join(' ', cells.TakeWhile(cell => !char.IsAsciiDigit(cell[0])))));
            Assert.Equal(["40", "60", "40", "60", "40", "60"], shown.Select(cells => cells.First(cell => char.IsAsciiDigit(cell[0]))));
        }

        Assert.Contains("over 2 tasks, at n = 60", lines);
    }

    [Fact]
    public void OptionsThatAreSetStandInTheLines()
    {
        var row = files.Run([.. Small, "--format", "csv", "--set", "soft-entropy.draws=2", "--set", "soft-entropy.anchors=20"]).Done().Rows[0];
        Assert.Equal("anchors=20,draws=2", row["options"]);
    }

    [Fact]
    public void AFolderTakesTheLinesAndARecordOfTheRun()
    {
        var csv = files.Run([.. Small, "--format", "csv", "--out", "out"]).Done().Rows;
        Assert.Equal(csv.Select(row => row.WithoutCost()), ResultLine.Parse(files.Read("out", "benchmark.csv")).Select(row => row.WithoutCost()));
        Assert.Equal(csv.Count, files.Read("out", "benchmark.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        using var record = JsonDocument.Parse(files.Read("out", "run.json"));
        Assert.Equal(0, record.RootElement.GetProperty("exit_code").GetInt32());
        Assert.Equal(2, record.RootElement.GetProperty("tasks").GetArrayLength());
        files.Run([.. Small, "--out", "out"]).AssertRefused($"--out {files.PathOf("out")} holds results already; give another folder, or --overwrite.");
        files.Run([.. Small, "--out", "out", "--overwrite"]).Done();
    }

    [Fact]
    public void TasksAreListedWithTheirTruths()
    {
        var all = files.Run("benchmark", "--list", "--format", "jsonl").Done().Objects;
        Assert.True(all.Count > 100);
        var normal = all.Single(one => one.GetProperty("task").GetString() == "entropy-normal-d1");
        Assert.Equal(0.5 * Math.Log(2 * Math.PI * Math.E), normal.GetProperty("truth").GetDouble(), 1e-12);
        Assert.Equal(("closed form", "no"), (normal.GetProperty("truth_source").GetString(), normal.GetProperty("default").GetString()));

        var some = files.Run("benchmark", "--list", "--tasks", "cubes*,xor-a1.5").Done().OutputLines;
        Assert.Contains(some, line => line.Contains(" cubes-k10-d8 ", StringComparison.Ordinal));
        Assert.Contains(some, line => line.Contains(" xor-a1.5 ", StringComparison.Ordinal) && line.Contains(" yes ", StringComparison.Ordinal));
        Assert.Equal(6, some.Count(line => line.Trim().Length > 0));
        Assert.Equal(3 + 1, ResultLine.Records(files.Run("benchmark", "--list", "--tasks", "cubes*,xor-a1.5", "--format", "csv").Done().Output).Count);
    }

    [Fact]
    public void WhatAppliesToNothingIsSaidWithTheReason()
    {
        var run = files.Run([.. Small, "--tasks", "gaussian-pair*,entropy-normal-d1,two-gaussians-delta-2", "--format", "csv"]).Done();
        Assert.Equal(["cubes-k4-d3", "independent-k4-d16"], run.Rows.Select(row => row["task"]).Distinct());
        Assert.Equal(
            [
                "no estimator for gaussian-pair-0, gaussian-pair-0.75, gaussian-pair-0.75+normal-cdf, gaussian-pair-0.75+half-cube, gaussian-pair-0.75+slow-wiggly-wiggly, gaussian-pair-0.75+even-bimodal-bimodal and 1 more: takes no reference",
                "no estimator for entropy-normal-d1: gives no differential-entropy",
                "soft-entropy is left out on two-gaussians-delta-2: soft-entropy.temperature is 'exact', but the rows have 1 feature, which normalisation turns into a sign; use 2 features or more, or give the temperature as a number.",
            ],
            run.ErrorLines);
    }

    [Fact]
    public void WhereNothingIsLeftToRunTheExitCodeIsOne()
    {
        files.Run("benchmark", "--estimators", "soft-entropy", "--tasks", "entropy-normal-d1").AssertRefused(
            "soft-entropy is left out: gives no differential-entropy",
            "no estimator for entropy-normal-d1: gives no differential-entropy",
            "none of the estimators applies to any of the tasks; name others with --estimators or --tasks, or put a plugin into the plugins folder.");
        files.Run("benchmark", "--estimators", "soft-entropy", "--tasks", "two-gaussians-delta-2", "--quiet").AssertRefused(
            "soft-entropy is left out on two-gaussians-delta-2: soft-entropy.temperature is 'exact', but the rows have 1 feature, which normalisation turns into a sign; use 2 features or more, or give the temperature as a number.");
    }

    [Fact]
    public void APluginThatFailsIsThreeAndTheOthersKeepTheirLines()
    {
        using var staged = new StagedPlugins("ThrowsInBegin");
        var run = files.Run("benchmark", "--estimators", "soft-entropy,throws-in-begin,throws-in-requires", "--plugin", staged.PathOf("ThrowsInBegin"), "--tasks", "cubes-k4-d3", "--n", "40", "--seeds", "2", "--null", "0", "--format", "csv");
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["throws-in-requires failed: InvalidOperationException: do not ask (ThrowsInRequires.cs, line 8)", "throws-in-begin is left out: gives no mutual-information"], run.ErrorLines);
        Assert.Equal("soft-entropy", Assert.Single(run.Rows.Select(row => row["estimator"]).Distinct()));
        Assert.All(run.Rows, row => Assert.Equal("", row["null_mean"]));

        var broken = files.Run([.. Small, "--plugin", "nothing.dll"]);
        Assert.Equal((3, $"NotFound: {files.PathOf("nothing.dll")} does not exist; a plugin is a folder, a DLL or a .cs file."), (broken.ExitCode, Assert.Single(broken.ErrorLines)));
    }

    [Fact]
    public void EveryProblemIsToldAtOnce()
    {
        files.Run("benchmark", "--tasks", "xro-a1.5,sim*x,nonsense", "--n", "1,x", "--estimators", "soft-entrpy", "--seeds", "0", "--threads", "0", "--format", "tabel").AssertRefused(
            "--format is 'tabel'; did you mean table?",
            "there is no task 'xro-a1.5'; did you mean xor-a1.5?",
            "no task matches 'sim*x'; infoscope benchmark --list shows them.",
            "there is no task 'nonsense'; infoscope benchmark --list shows them.",
            "--n is '1'; whole numbers of rows from 2 to 10000000 are needed, such as 250,1000.",
            "--n is 'x'; whole numbers of rows from 2 to 10000000 are needed, such as 250,1000.",
            "--seeds is 0; allowed is 1 to 100000.",
            "--threads is 0; allowed is 1 to 1024.",
            "there is no estimator 'soft-entrpy'; did you mean soft-entropy?");
        files.Run("benchmark", "--tasks", ",", "--n", "").AssertRefused(
            "--tasks names none; infoscope benchmark --list shows them.",
            "--n names no number; give one or several, such as 250,1000.");
        files.Run("benchmark", "--set", "soft-entropy.temperature=warm").AssertRefused("soft-entropy.temperature is 'warm'; allowed is exact, bounds, leading-order, or a number above 0.");
    }
}
