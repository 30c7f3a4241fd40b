namespace Infoscope.Host.Tests.Commands;

/// <summary>The flags that say how a number is calibrated and what is derived from it.</summary>
public sealed class CalibrationFlagTests : IDisposable
{
    private readonly Workspace files = new();

    public CalibrationFlagTests()
    {
        files.Npy("acts.npy", [20, 12, 5], Generated.Rows(20 * 12, 5));
        files.Npy("flat.npy", [240, 5], Generated.Rows(20 * 12, 5));
        files.Npy("tokens.npy", [20, 12], Generated.Below(240, 3));
        files.Npy("class.npy", [240], Generated.Below(240, 3));
    }

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(new string[0], "null by sequences")]
    [InlineData(new[] { "--null-unit", "sequences" }, "null by sequences")]
    [InlineData(new[] { "--null-unit", "rows" }, "null by rows: rows of one sequence may depend on each other, which makes the null too narrow")]
    public void TheNullSaysWhatChangesPlaces(string[] more, string note)
    {
        var run = files.Compare(["acts.npy", "--labels", "t=ngram:1:tokens.npy", "--quantities", "mutual-information", .. more]).Done();
        Assert.Equal(note, Assert.Single(run.Rows)["notes"]);
    }

    [Fact]
    public void ANullOfSequencesThatAreNotThereIsRefused() => files.Run("compare", "flat.npy", "--labels", "y=class.npy", "--null-unit", "sequences").AssertRefused(
        $"--null-unit sequences needs several sequences; {files.PathOf("flat.npy")} has no sequence axis, so leave it out, or give activations of shape (sequences, length, features) or --sequences FILE.");

    [Fact]
    public void FurtherReadingsAreAnnouncedAndChangeNothing()
    {
        string[] inputs = ["acts.npy", "--labels", "t=ngram:1:tokens.npy", "--null", "5"];
        var (once, often) = (files.Compare(inputs).Done(), files.Compare([.. inputs, "--memory", "30KB"]).Done());
        Assert.Contains(often.ErrorLines, line => line.StartsWith($"{files.PathOf("acts.npy")}: the permuted label sets take about ", StringComparison.Ordinal) && line.EndsWith("and --memory is 29.3 KiB, so the rows are read 5 times", StringComparison.Ordinal));
        Assert.Equal(once.Rows.Select(row => row["null_mean"] + row["null_sd"] + row["null_p"]), often.Rows.Select(row => row["null_mean"] + row["null_sd"] + row["null_p"]));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1GB")]
    [InlineData("much")]
    [InlineData("1e99GiB")]
    public void ASizeThatIsNoneIsRefused(string size) => files.Run("compare", "flat.npy", "--labels", "y=class.npy", "--memory", size)
        .AssertRefused($"--memory is '{size}'; a size such as 512MiB, 2GiB or a number of bytes is needed.");

    [Fact]
    public void EveryWordThatCannotBeReadIsToldAtOnce() => files.Run(
        "compare", "flat.npy", "--labels", "class=class.npy", "--null-unit", "row", "--differences", "step", "--chain", "class", "--chain", "clas,class", "--optimality", "class", "--optimality", "class:clas", "--scale-probe", "no").AssertRefused(
        "--null-unit is 'row'; did you mean rows?",
        "--scale-probe is 'no'; there are off, on.",
        "--differences is 'step'; did you mean steps?",
        "--chain is 'class'; at least two label sets from coarse to fine are needed, such as token,bigram.",
        "--chain clas,class names 'clas', which is no label set; did you mean class?",
        "--optimality is 'class'; an output and an input label set are needed as OUTPUT:INPUT, such as next:token.",
        "--optimality class:clas names 'clas', which is no label set; did you mean class?");

    [Fact]
    public void SharesOfAChainStandInOneTableWithWhatIsLeft()
    {
        var run = files.Run("compare", "acts.npy", "--labels", "t=ngram:1:tokens.npy", "--labels", "b=ngram:2:tokens.npy", "--chain", "t,b", "--quantities", "entropy").Done();
        Assert.Contains("shares of the entropy H(Z) over t,b, by soft-entropy", run.OutputLines);
        Assert.Equal(["t", "b", "none of them"], run.OutputLines.SkipWhile(line => !line.StartsWith("shares", StringComparison.Ordinal)).Where(line => line.Contains("0.", StringComparison.Ordinal)).Take(3).Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[0].Trim()));
    }

    [Fact]
    public void AChainOverOtherRowsIsRefused() => files.Run(
        "compare", "acts.npy", "--labels", "t=ngram:1:tokens.npy", "--labels", "b=ngram:2:tokens.npy", "--chain", "t,b", "--positions", "own").AssertRefused(
        $"--chain t,b shares out the entropy of the same rows; of {files.PathOf("acts.npy")}, t labels 240 rows and b others (220): use --positions common, or label sets without gaps.");

    [Fact]
    public void TheTableNamesWhatItDoesNotShow()
    {
        var run = files.Run("compare", "flat.npy", "--labels", "y=class.npy").Done();
        var line = Assert.Single(run.OutputLines, line => line.StartsWith("not shown: ", StringComparison.Ordinal));
        Assert.Contains("regularity, ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(run.OutputLines, printed => printed.StartsWith("regularity", StringComparison.Ordinal));
        Assert.Contains(files.Run("compare", "flat.npy", "--labels", "y=class.npy", "--quantities", "regularity").Done().OutputLines, printed => printed.StartsWith("regularity I(Y;Z)/H(Z), Y = y", StringComparison.Ordinal));
    }

    [Fact]
    public void DrawsOfTheAnchorsAndTheirSpreadAreInTheResult()
    {
        var rows = files.Compare("flat.npy", "--labels", "y=class.npy", "--set", "soft-entropy.draws=4", "--quantities", "mutual-information,efficiency,entropy").Done().Rows;
        Assert.All(rows, row => Assert.Equal("4", row["draws"]));
        Assert.All(rows, row => Assert.True(row.Number("draw_sd") > 0));
        var (entropy, efficiency) = (rows.First(row => row["quantity"] == "entropy"), rows.First(row => row["quantity"] == "efficiency"));
        Assert.Equal(entropy.Number("draw_sd") / Math.Log(100), efficiency.Number("draw_sd"), 1e-15);
    }
}
