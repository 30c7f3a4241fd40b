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
        var run = files.Compare(["acts.npy", "--labels", "t=ngram:1:tokens.npy", "--estimators", "soft-entropy", "--quantities", "mutual-information", .. more]).Done();
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
    public void ALabelSetIsPermutedWithinAnotherAndItsShareHasThatNull()
    {
        string[] inputs = ["acts.npy", "--labels", "t=ngram:1:tokens.npy", "--labels", "b=ngram:2:tokens.npy", "--chain", "t,b", "--estimators", "soft-entropy", "--quantities", "mutual-information,entropy"];
        var (within, anywhere) = (files.Compare([.. inputs, "--null-within", "b:t"]).Done().Rows, files.Compare(inputs).Done().Rows);
        ResultLine Of(IReadOnlyList<ResultLine> rows, string quantity) => rows.Single(row => row["quantity"] == quantity && row["label_set"] == "b");
        var (information, token) = (Of(within, "mutual-information"), within.Single(row => row["quantity"] == "mutual-information" && row["label_set"] == "t"));
        Assert.StartsWith("null within t: labels change places among the rows that share a label of t; rows of one sequence may depend", information["notes"], StringComparison.Ordinal);
        Assert.NotEqual(information["null_mean"], Of(anywhere, "mutual-information")["null_mean"]);
        var entropy = Of(within, "entropy").Number("value");
        Assert.Equal((information.Number("null_mean") - token.Number("value")) / entropy, Of(within, "share").Number("null_mean"), 1e-12);
    }

    [Theory]
    [InlineData("b", "--null-within is 'b'; a label set and the one within whose labels it is permuted are needed as NAME:WITHIN, such as bigram:token.")]
    [InlineData("y:y", "--null-within y:y would permute nothing; name two label sets.")]
    [InlineData("y:z", "--null-within y:z names 'z', which is no label set; there is y.")]
    public void APairThatCannotBeIsRefused(string pair, string sentence) => files.Run("compare", "flat.npy", "--labels", "y=class.npy", "--null-within", pair).AssertRefused(sentence);

    [Fact]
    public void SequencesAndPermutationsWithinRuleEachOtherOut() => files.Run(
        "compare", "acts.npy", "--labels", "t=ngram:1:tokens.npy", "--labels", "b=ngram:2:tokens.npy", "--null-within", "b:t", "--null-unit", "sequences").AssertRefused(
        "--null-within permutes rows, and --null-unit sequences does not; leave out --null-unit, and the other label sets are permuted by sequences where they can be.");

    [Fact]
    public void SharesAndDifferencesCanBeNamed()
    {
        string[] inputs = ["acts.npy", "--labels", "t=ngram:1:tokens.npy", "--labels", "b=ngram:2:tokens.npy", "--chain", "t,b", "--estimators", "soft-entropy", "--null", "2"];
        Assert.Equal(["residual", "share", "share"], files.Compare([.. inputs, "--quantities", "share,residual"]).Done().Rows.Select(row => row["quantity"]).Order());
        files.Npy("step1.npy", [240, 5], Generated.Rows(240, 5, 3));
        files.Npy("step2.npy", [240, 5], Generated.Rows(240, 5, 4));
        var rows = files.Compare("step{step}.npy", "--labels", "y=class.npy", "--estimators", "soft-entropy", "--differences", "steps", "--null", "2", "--quantities", "mutual-information-difference").Done().Rows;
        Assert.Equal([("mutual-information-difference", "2", "step 1")], rows.Select(row => (row["quantity"], row["step"], row["against"])));
    }

    [Fact]
    public void DifferencesThatCannotBeAreSaid() => Assert.Contains(
        "no differences came of these inputs: there are no two checkpoints, or no two layers, of one set; a pattern such as step{step}.npz makes checkpoints, and the arrays of one file are layers",
        files.Compare("flat.npy", "--labels", "y=class.npy", "--differences", "steps", "--null", "2").Done().ErrorLines);

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
        var rows = files.Compare("flat.npy", "--labels", "y=class.npy", "--estimators", "soft-entropy", "--set", "soft-entropy.draws=4", "--quantities", "mutual-information,efficiency,entropy").Done().Rows;
        Assert.All(rows, row => Assert.Equal("4", row["draws"]));
        Assert.All(rows, row => Assert.True(row.Number("draw_sd") > 0));
        var (entropy, efficiency) = (rows.First(row => row["quantity"] == "entropy"), rows.First(row => row["quantity"] == "efficiency"));
        Assert.Equal(entropy.Number("draw_sd") / Math.Log(100), efficiency.Number("draw_sd"), 1e-15);
    }
}
