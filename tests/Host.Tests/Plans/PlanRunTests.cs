namespace Infoscope.Host.Tests.Plans;

/// <summary>A comparison that is written down: its paths are relative to it, and flags win over it.</summary>
public sealed class PlanRunTests : IDisposable
{
    private readonly Workspace files = new();

    public PlanRunTests()
    {
        files.Npy("study/data/step1.npy", [20, 3], Generated.Rows(20, 3));
        files.Npy("study/data/labels.npy", [20], Generated.Below(20, 2));
        files.Write("study/plan.json", """
            {
              // The labels lie beside the activations.
              "activations": "data/step{step}.npy",
              "labels": { "y": "data/labels.npy" },
              "estimators": ["soft-entropy"],
              "quantities": ["entropy", "mutual-information"],
              "set": { "soft-entropy.anchors": 30, "soft-entropy.temperature": "bounds", },
              "null": 3, "seed": 5, "format": "csv", "out": "results",
            }
            """);
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void APlanRunsFromAnyFolder()
    {
        var run = files.Run("compare", "study/plan.json").Done();
        Assert.Equal([("entropy", ""), ("entropy", "y"), ("mutual-information", "y")], run.Rows.Select(row => (row["quantity"], row["label_set"])));
        Assert.All(run.Rows, row => Assert.Equal(("data/step{step}.npy", "1", "5"), (row["set"], row["step"], row["seed"])));
        Assert.Contains("\"anchors\":\"30\"", run.Rows[0]["options"]);
        Assert.Equal(run.Output, files.Read("study", "results", "results.csv"));
    }

    [Fact]
    public void FlagsWinAndTheirPathsAreRelativeToTheCurrentFolder()
    {
        Directory.Move(files.PathOf("study"), files.PathOf("moved"));
        var run = files.Run("compare", "moved/plan.json", "--format", "jsonl", "--null", "0", "--set", "soft-entropy.anchors=7", "--out", "here", "--quantities", "entropy").Done();
        Assert.Equal(2, run.Objects.Count);
        Assert.All(run.Objects, row => Assert.Equal(("7", "bounds"), (row.GetProperty("options").GetProperty("anchors").GetString(), row.GetProperty("options").GetProperty("temperature").GetString())));
        Assert.True(File.Exists(files.PathOf("here", "run.json")));
        Assert.False(Directory.Exists(files.PathOf("moved", "results")));
    }

    [Fact]
    public void AFileThatAFlagNamesIsRelativeToTheCurrentFolder()
    {
        files.Npy("W.npy", [4, 3], Generated.Rows(4, 3));
        var run = files.Run("compare", "study/plan.json", "--set", "soft-entropy.anchors-file=W.npy").Done();
        Assert.Contains("\"anchors-file\":\"W.npy sha256:", run.Rows[0]["options"]);
    }

    [Fact]
    public void APlanStandsAlone()
    {
        files.Run("compare", "study/plan.json", "other.npy", "third.npy").AssertRefused("a plan stands alone; study/plan.json came with 2 more ACTIVATIONS, which belong into the plan.");
        files.Run("compare", "study/plan.json", "--labels", "z=z.npy").AssertRefused("--labels cannot be added to the plan study/plan.json; write it into the plan.");
    }

    [Fact]
    public void WhatIsWrongInAPlanIsToldAsOfFlags()
    {
        files.Write("bad.json", """{ "activations": ["nothing*.npy"], "estimators": "soft-entrpy", "device": "cuda:0", "labels": { "y": "nothing.npy" }, "threads": 0 }""");
        files.Run("compare", "bad.json").AssertRefused(
            "there is no device 'cuda:0'; there is cpu.",
            "--threads is 0; allowed is 1 to 1024.",
            "there is no estimator 'soft-entrpy'; did you mean soft-entropy?",
            $"the label file nothing.npy does not exist; check the path (looked from {files.PathOf()}).",
            $"no file matches 'nothing*.npy'; correct the pattern: {files.PathOf()} holds bad.json.");
    }
}
