namespace Infoscope.Host.Tests.Commands;

/// <summary>Parts of a comparison, saved and put together again: the rows of one run, or one sentence that says what does not belong.</summary>
public sealed class MergeTests : IDisposable
{
    private static readonly string[] Inputs = ["step{step}.npz", "--labels", "y=labels.npy", "--labels", "s=speakers.npy", "--null", "4", "--differences", "steps,layers", "--optimality", "y:s", "--items"];

    private readonly Workspace files = new();

    public MergeTests()
    {
        foreach (var step in (int[])[0, 10])
        {
            var rows = Generated.Rows(20 * 12, 5, (ulong)step + 1);
            files.Write($"step{step}.npz", NpzFile.Of(("a", NpyFile.Of([20, 12, 5], rows)), ("b", NpyFile.Of([20, 12, 5], rows[..^1].Append(0.5f).ToArray()))));
        }

        files.Npy("labels.npy", [20, 12], Generated.Below(240, 4));
        files.Npy("speakers.npy", [20], Generated.Below(20, 3));
        files.Npy("anchors.npy", [9, 5], Generated.Rows(9, 5, 8));
    }

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("--set", "soft-entropy.anchors-file=anchors.npy")]
    [InlineData("--set", "soft-entropy.anchors-file=anchors.npy", "--memory", "2KB", "--precision", "double", "--chain", "s,y")]
    [InlineData("--set", "soft-entropy.centre=true", "--set", "soft-entropy.draws=2", "--set", "soft-entropy.subspaces=1", "--threads", "1")]
    public void ThreePartsGiveTheRowsOfOneRunToTheLastBit(params string[] options)
    {
        string[] more = [.. Inputs, .. options];
        var whole = files.Compare(more).Done();
        for (var part = 1; part <= 3; part++)
        {
            var run = files.Run(["compare", .. more, "--shard", $"{part}/3", "--save-state", $"states/{part}.state"]).Done();
            Assert.Equal("", run.Output);
            Assert.Equal($"part {part} of 3 is saved in states/{part}.state; merge all parts with: infoscope merge FILE...", run.ErrorLines[^1]);
        }

        // Nothing but the states is needed any more.
        foreach (var name in (string[])["step0.npz", "step10.npz", "labels.npy", "speakers.npy", "anchors.npy"]) File.Delete(files.PathOf(name));
        var merged = files.Run("merge", "states/3.state", "states/1.state", "states/2.state", "--format", "csv", "--out", "out").Done();
        Assert.Equal(Content(whole), Content(merged));
        Assert.Contains(merged.Rows, row => row["quantity"] == "mutual-information-difference");
        Assert.Equal(merged.Output, files.Read("out", "results.csv"));
    }

    [Fact]
    public void AWholeComparisonThatIsSavedIsPrintedAgainInAnotherFormat()
    {
        var whole = files.Run(["compare", .. Inputs, "--quantities", "mutual-information", "--save-state", "all.state", "--out", "first"]).Done();
        var merged = files.Run("merge", "all.state", "--out", "second").Done();
        Assert.Equal(whole.Output, merged.Output);
        Assert.Equal(files.Read("first", "findings.jsonl"), files.Read("second", "findings.jsonl"));
        files.Run(["compare", .. Inputs, "--save-state", "all.state"]).AssertRefused($"--save-state {files.PathOf("all.state")} is there already; give another file, or --overwrite.");
    }

    [Fact]
    public void WhatDoesNotBelongIsRefusedInOneSentence()
    {
        files.Run(["compare", .. Inputs, "--shard", "1/2", "--save-state", "one.state"]).Done();
        files.Run(["compare", .. Inputs, "--shard", "2/2", "--save-state", "two.state", "--set", "soft-entropy.anchors=20"]).Done();
        files.Write("text.state", "I am a state, honestly.\n");
        files.Run("merge", "one.state").AssertRefused("part 2 of 2 is missing; give the states of all parts.");
        files.Run("merge", "one.state", "one.state").AssertRefused("the state one.state is part 1 of 2, as one.state is; give each part once.");
        files.Run("merge", "one.state", "two.state").AssertRefused("the state two.state belongs to another comparison than one.state: its estimators or their options differ; merge parts of one comparison alone.");
        files.Run("merge", "text.state", "no.state").AssertRefused(
            "the state text.state is no file of states; give files that infoscope compare --save-state wrote.",
            "the state no.state does not exist; give files that infoscope compare --save-state wrote.");
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1/11")]
    [InlineData("one")]
    public void APartThatCannotBeIsRefused(string shard) => files.Run(["compare", .. Inputs, "--shard", shard, "--save-state", "x.state"])
        .AssertRefused($"--shard is '{shard}'; part I of N as I/N is needed, N at most 10, such as 1/3.");

    [Fact]
    public void APartWithoutAPlaceForItsStateIsRefused() => files.Run(["compare", .. Inputs, "--shard", "1/3", "--out", "out"]).AssertRefused(
        "--shard 1/3 has no rows of its own; give --save-state FILE, and merge the files of all 3 parts.",
        "--shard 1/3 has no rows to write; leave out --out and give it to infoscope merge.");

    private static IEnumerable<string> Content(HostRun run) => run.Rows.Select(row => row.WithoutCost());
}
