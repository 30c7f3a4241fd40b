using System.Text.Json;

namespace Infoscope.Host.Tests.Benchmarking;

/// <summary>One estimator with several values of its options in one benchmark.</summary>
public sealed class VaryTests : IDisposable
{
    private static readonly string[] Small = ["benchmark", "--estimators", "soft-entropy", "--tasks", "cubes-k4-d3", "--n", "40", "--seeds", "2", "--null", "0"];

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void EachValueHasItsLinesInTheOrderItWasGiven()
    {
        var rows = files.Run([.. Small, "--format", "csv", "--set", "soft-entropy.draws=2", "--vary", "soft-entropy.anchors=30,5"]).Done().Rows;
        string[] quantities = ["mutual-information", "mutual-information-unweighted", "mutual-information-corrected"];
        Assert.Equal(
            from anchors in new[] { 30, 5 } from quantity in quantities select $"anchors={anchors} | anchors={anchors},draws=2 | {quantity}",
            rows.Select(row => $"{row["variant"]} | {row["options"]} | {row["quantity"]}"));
        Assert.Equal(rows.Count, rows.Select(row => row["mean"]).Distinct().Count());
    }

    [Fact]
    public void EachLineIsThatOfARunWithItsValueAlone()
    {
        var together = files.Run([.. Small, "--format", "csv", "--vary", "soft-entropy.anchors=5,30"]).Done().Rows;
        foreach (var anchors in new[] { "5", "30" })
        {
            var alone = files.Run([.. Small, "--format", "csv", "--set", $"soft-entropy.anchors={anchors}"]).Done().Rows;
            Assert.All(alone, row => Assert.Equal("", row["variant"]));
            Assert.Equal(alone.Select(Numbers), together.Where(row => row["variant"] == $"anchors={anchors}").Select(Numbers));
        }

        static string Numbers(ResultLine row) => $"{row["quantity"]} {row["options"]} {row["mean"]} {row["sd"]} {row["rmse"]} {row["ceiling"]}";
    }

    [Fact]
    public void SeveralOptionsGiveEveryCombination()
    {
        var objects = files.Run([.. Small, "--format", "jsonl", "--vary", "soft-entropy.centre=false,true", "--vary", "soft-entropy.anchors=5,30"]).Done().Objects;
        Assert.Equal(
            ["anchors=5,centre=false", "anchors=30,centre=false", "anchors=5,centre=true", "anchors=30,centre=true"],
            objects.Select(one => one.GetProperty("variant").GetString()).Distinct());
    }

    [Fact]
    public void TheTableNamesWhatWasVariedAndNotWhatWasSet()
    {
        var lines = files.Run([.. Small, "--set", "soft-entropy.draws=2", "--vary", "soft-entropy.anchors=5,30"]).Done().OutputLines;
        // Once on the task, and once in the standings.
        foreach (var anchors in new[] { 5, 30 })
        {
            Assert.Single(lines, line => line.StartsWith($"  soft-entropy anchors={anchors}  ", StringComparison.Ordinal));
            Assert.Single(lines, line => line.StartsWith($"  soft-entropy anchors={anchors} [mutual-information]  ", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(lines, line => line.Contains("draws", StringComparison.Ordinal));
    }

    [Fact]
    public void TheRecordOfTheRunHasEachVariant()
    {
        files.Run([.. Small, "--vary", "soft-entropy.anchors=5,30", "--out", "out"]).Done();
        using var record = JsonDocument.Parse(files.Read("out", "run.json"));
        Assert.Equal(["5", "30"], record.RootElement.GetProperty("estimators").EnumerateArray().Select(one => one.GetProperty("options").GetProperty("anchors").GetString()));
    }

    [Fact]
    public void WhatIsSaidOfOneVariantNamesItAndWhatIsSaidOfAllIsSaidOnce()
    {
        var some = files.Run([.. Small, "--tasks", "two-gaussians-delta-2", "--vary", "soft-entropy.temperature=exact,0.5", "--format", "csv"]).Done();
        Assert.Contains("soft-entropy temperature=exact is left out on two-gaussians-delta-2: soft-entropy.temperature is 'exact', but the rows have 1 feature, which normalisation turns into a sign; use 2 features or more, or give the temperature as a number.", some.ErrorLines);
        Assert.Contains("temperature=0.5", some.Rows.Select(row => row["variant"]));
        files.Run("benchmark", "--estimators", "soft-entropy", "--vary", "soft-entropy.anchors=5,30", "--tasks", "entropy-normal-d1").AssertRefused(
            "soft-entropy is left out: gives no differential-entropy",
            "no estimator for entropy-normal-d1: gives no differential-entropy",
            "none of the estimators applies to any of the tasks; name others with --estimators or --tasks, or put a plugin into the plugins folder.");
    }

    [Fact]
    public void ValuesAreCheckedAsThoseOfSet()
    {
        files.Run("benchmark", "--vary", "anchors=1", "--vary", "soft-entrop.anchors=1,2", "--vary", "soft-entropy.anchor=5,6").AssertRefused(
            "--vary is 'anchors=1'; ESTIMATOR.OPTION=VALUE,VALUE,... is needed, such as soft-entropy.anchors=100,200.",
            "--vary soft-entrop.anchors=1,2 is for 'soft-entrop', which is not compared; did you mean soft-entropy?",
            "soft-entropy has no option 'anchor'; it has anchors, anchors-file, centre, draws, subspace-anchors, subspaces, temperature. Did you mean 'anchors'?");
        files.Run("benchmark", "--vary", "soft-entropy.anchors=many,10,1").AssertRefused(
            "soft-entropy.anchors is 'many'; allowed is a whole number, at least 2.",
            "soft-entropy.anchors is '1'; allowed is a whole number, at least 2.");
        files.Run("benchmark", "--estimators", "lasso", "--vary", "soft-entropy.anchors=5,30").AssertRefused("--vary soft-entropy.anchors=5,30 is for 'soft-entropy', which is not compared; there is lasso.");
    }

    [Fact]
    public void WhatIsGivenTwiceIsRefused() => files.Run(
        "benchmark", "--set", "soft-entropy.draws=2", "--vary", "soft-entropy.draws=3,4", "--vary", "soft-entropy.subspaces=2,02", "--vary", "soft-entropy.centre=true,", "--vary", "soft-entropy.anchors=5", "--vary", "soft-entropy.anchors=6").AssertRefused(
        "soft-entropy.draws is both set and varied; leave out --set soft-entropy.draws or --vary soft-entropy.draws.",
        "--vary gives soft-entropy.subspaces the value '2' twice; give it once.",
        "--vary gives soft-entropy.centre an empty value among 'true,'; leave out a comma.",
        "--vary gives soft-entropy.anchors twice; give it once, with all its values.");

    [Fact]
    public void MoreVariantsThanAnyoneReadsAreRefused()
    {
        var values = string.Join(',', Enumerable.Range(2, 40));
        files.Run("benchmark", "--vary", $"soft-entropy.anchors={values}", "--vary", $"soft-entropy.draws={values}").AssertRefused("--vary makes 1600 variants of soft-entropy; allowed is up to 1000.");
    }
}
