namespace Infoscope.Host.Tests.Commands;

/// <summary>An estimator that needs rows of a kind runs where it is named, because only the user knows what the rows are.</summary>
public sealed class RowKindTests : IDisposable
{
    private const int Rows = 20, Columns = 4;

    private readonly Workspace files = new();

    public RowKindTests()
    {
        files.Npy("acts.npy", [Rows, Columns], Generated.Rows(Rows, Columns));
        files.Npy("shares.npy", [Rows, Columns], Turned(0.5f, 0.25f, 0.125f, 0.125f));
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void UnnamedItIsLeftOutWhateverTheRowsAre()
    {
        var run = files.Compare("shares.npy", "acts.npy", "--null", "0", "--set", "soft-entropy.anchors=20").Done();
        Assert.Contains(
            "left out unless named with --estimators: effective-features, which needs rows that are not negative; row-entropy, which needs rows that are distributions",
            run.ErrorLines);
        var ran = run.Rows.Select(row => row["estimator"]).ToHashSet();
        Assert.Contains("soft-entropy", ran);
        Assert.DoesNotContain("row-entropy", ran);
        Assert.DoesNotContain("effective-features", ran);
    }

    [Theory]
    [InlineData("--estimators", "row-entropy")]
    [InlineData("--set", "row-entropy.tolerance=0.01")]
    public void NamedItRunsOnRowsOfItsKind(params string[] naming)
    {
        var run = files.Compare(["shares.npy", "--null", "0", "--quantities", "row-entropy", .. naming]).Done();
        // 1/2 ln 2 + 1/4 ln 4 + 2/8 ln 8, of shares that float32 holds exactly.
        Assert.Equal(1.75 * Math.Log(2), Assert.Single(run.Rows).Number("value"), 1e-12);
        Assert.DoesNotContain("row-entropy", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void NamedOnOtherRowsItRefusesInOneSentence()
    {
        files.Npy("twice.npy", [Rows, Columns], Turned(1, 0.5f, 0.25f, 0.25f));
        var run = files.Compare("twice.npy", "--null", "0", "--estimators", "row-entropy", "--quantities", "row-entropy");
        // The first row of the first fold.
        Assert.Equal(
            $"row-entropy failed on {files.PathOf("twice.npy")}: row 9 sums to 2; row-entropy needs distributions, rows of at least 0 that sum to 1 within 0.001: take the softmax of logits first, or divide weights by their sum.",
            run.ErrorLines[0]);
        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Rows);

        // The other set and the other estimator keep their rows.
        var others = files.Compare("twice.npy", "shares.npy", "--null", "0", "--estimators", "row-entropy,soft-entropy", "--quantities", "row-entropy,entropy", "--quiet");
        Assert.Equal((3, run.ErrorLines[0]), (others.ExitCode, Assert.Single(others.ErrorLines)));
        Assert.Equal([("shares.npy", "row-entropy"), ("shares.npy", "soft-entropy"), ("twice.npy", "soft-entropy")], others.Rows.Select(row => (row["set"], row["estimator"])).Order());
    }

    [Fact]
    public void TheBenchmarkLeavesItOutEvenWhereItIsNamed()
    {
        string[] run = ["benchmark", "--tasks", "cubes-k4-d3", "--n", "40", "--seeds", "2", "--null", "0", "--format", "csv"];
        var beside = files.Run([.. run, "--estimators", "row-entropy,effective-features,soft-entropy"]).Done();
        Assert.Equal(["effective-features is left out: gives no mutual-information", "row-entropy is left out: gives no mutual-information"], beside.ErrorLines.Order());
        Assert.Equal("soft-entropy", Assert.Single(beside.Rows.Select(row => row["estimator"]).Distinct()));

        files.Run([.. run, "--estimators", "row-entropy"]).AssertRefused(
            "row-entropy is left out: gives no mutual-information",
            "no estimator for cubes-k4-d3: gives no mutual-information",
            "none of the estimators applies to any of the tasks; name others with --estimators or --tasks, or put a plugin into the plugins folder.");
    }

    // Each row begins one column further on.
    private static float[] Turned(params float[] row) => [.. Enumerable.Range(0, Rows).SelectMany(turn => row.Select((_, column) => row[(turn + column) % Columns]))];
}
