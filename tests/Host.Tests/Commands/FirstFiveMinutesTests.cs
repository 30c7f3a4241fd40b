using System.IO.Compression;

namespace Infoscope.Host.Tests.Commands;

/// <summary>What a new user types in the first five minutes that cannot work: each answer says what to type next. Other test classes have what is about options, keys, plans and patterns.</summary>
public sealed class FirstFiveMinutesTests : IDisposable
{
    private const int Rows = 20, Features = 3;

    private readonly Workspace files = new();

    public FirstFiveMinutesTests()
    {
        files.Npy("acts.npy", [Rows, Features], Generated.Rows(Rows, Features));
        files.Npy("labels.npy", [Rows], Generated.Below(Rows, 2));
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void AFileGivenWithoutItsExtensionOrMisspeltIsSuggested() => files.Run("compare", "act.npy", "--labels", "y=labels", "--labels", "z=labesl.npy", "--labels", "w=labels.cvs").AssertRefused(
        "the label file labels does not exist; did you mean labels.npy?",
        "the label file labesl.npy does not exist; did you mean labels.npy?",
        "the label file labels.cvs does not exist; did you mean labels.npy?",
        $"{files.PathOf("act.npy")} does not exist; did you mean acts.npy?");

    [Fact]
    public void LabelsGivenAsActivationsAreShownTheirPlace()
    {
        files.Write("names.npy", NpyFile.Of([2], "cat", "dog"));
        files.Run("compare", "acts.npy", "labels.npy", "names.npy").AssertRefused(
            $"{files.PathOf("labels.npy")} has shape (20,), 1 axis; activations have shape (rows, features) or (sequences, length, features), " +
            $"so if these are labels give --labels NAME={files.PathOf("labels.npy")}, else save it as x.reshape(-1, 1).",
            $"{files.PathOf("names.npy")} holds text; activations are numbers, so if these are labels give --labels NAME={files.PathOf("names.npy")}.");
    }

    [Fact]
    public void ANumberAndMoreThanFourAxesAreExplained()
    {
        files.Npy("loss.npy", [], 3f);
        files.Npy("video.npy", [2, 3, 2, 2, 2], new float[48]);
        const string wanted = "activations have shape (rows, features) or (sequences, length, features)";
        files.Run("compare", "loss.npy", "video.npy").AssertRefused(
            $"{files.PathOf("loss.npy")} has shape (), 0 axes; {wanted}, so save the activations of all rows together, as np.stack(rows).",
            $"{files.PathOf("video.npy")} has shape (2, 3, 2, 2, 2), 5 axes; {wanted}, so save it as x.reshape(2, -1), a row for each of the first axis.");
    }

    [Fact]
    public void FeaturesByRowsAreToldFromLabelsOfAnotherLength()
    {
        files.Npy("turned.npy", [Features, Rows], Generated.Rows(Features, Rows));
        files.Run("compare", "turned.npy", "--labels", "y=labels.npy").AssertRefused(
            $"label set y has shape (20,); {files.PathOf("turned.npy")} has shape (3, 20), which is features by rows: save it as x.T.");
    }

    [Fact]
    public void OneHotLabelsAreToldHowToBecomeClasses()
    {
        files.Npy("hot.npy", [Rows, 2], new long[Rows * 2]);
        files.Run("compare", "acts.npy", "--labels", "y=hot.npy").AssertRefused(
            $"label set y has shape (20, 2); {files.PathOf("acts.npy")} has (20,) before its features, so labels of shape (20,) are needed: if these are one-hot, save labels.argmax(-1).");
    }

    [Fact]
    public void RealLabelsOfSeveralAxesMayBeOneHot()
    {
        files.Npy("hot.npy", [Rows, 2], new float[Rows * 2]);
        files.Run("compare", "acts.npy", "--labels", "y=hot.npy").AssertRefused(
            "hot.npy holds float32 of shape (20, 2); labels are whole numbers or texts, so save labels.argmax(-1) if these are one-hot, else labels.astype(\"int64\").");
    }

    [Fact]
    public void AColumnWithoutAHeaderDoesNotLoseItsFirstLabel()
    {
        files.Write("classes.csv", string.Concat(Enumerable.Repeat("3\n-1.5\n", Rows / 2)));
        const string sentence = "classes.csv begins with '3' where the name of its column is expected; write a first line such as class.";
        files.Run("compare", "acts.npy", "--labels", "y=classes.csv").AssertRefused(sentence);
        files.Run("compare", "acts.npy", "--labels", "classes.csv").AssertRefused(sentence);
        files.Write("named.csv", "3\n" + string.Concat(Enumerable.Repeat("a\nb\n", Rows / 2)));
        files.Run("compare", "acts.npy", "--labels", "y=named.csv:3", "--null", "0").Done();
    }

    [Fact]
    public void APlanGivenAsLabelsIsShownItsPlace()
    {
        files.Write("plan.json", "{}");
        files.Run("compare", "acts.npy", "--labels", "y=plan.json").AssertRefused(
            $"{files.PathOf("plan.json")} is a .json file, which holds no arrays; if it is a plan, give it alone, as `infoscope compare {files.PathOf("plan.json")}`.");
    }

    [Fact]
    public void BlanksAroundTheEqualsSignOfLabelsAreNotPartOfThem()
    {
        var rows = files.Compare("acts.npy", "--labels", " y = labels.npy ", "--estimators", "soft-entropy", "--null", "0", "--quantities", "mutual-information").Done().Rows;
        Assert.Equal("y", Assert.Single(rows)["label_set"]);
        files.Run("compare", "acts.npy", "--labels", "y= ").AssertRefused("--labels is 'y= '; NAME=SPEC is needed, such as digit=labels.npy or token=ngram:1:tokens.npy.");
    }

    [Fact]
    public void WithoutLabelsItIsSaidThatThereIsNoInformationAboutAny()
    {
        const string sentence = "no labels, so no information about any; give --labels NAME=FILE";
        string[] run = ["acts.npy", "--null", "0", "--estimators", "soft-entropy"];
        Assert.Equal([sentence], files.Compare(run).Done().ErrorLines);
        Assert.Equal("", files.Compare([.. run, "--quiet"]).Done().Errors);
        Assert.Equal("", files.Compare([.. run, "--quantities", "entropy"]).Done().Errors);
        Assert.Equal("", files.Compare([.. run, "--labels", "y=labels.npy"]).Done().Errors);

        // Lasso takes none, so none are missing.
        Assert.DoesNotContain("no labels", files.Compare("acts.npy", "--sequences", "rows", "--estimators", "lasso").Done().Errors, StringComparison.Ordinal);
        Assert.Contains(sentence, files.Compare("acts.npy", "--null", "0", "--sequences", "rows", "--estimators", "lasso,soft-entropy").Done().ErrorLines);

        files.Npy("a run/ids.npy", [3], 0L, 1, 2);
        files.Write("a run/step2.npz", NpzFile.Of(("x", NpyFile.Of([Rows, Features], Generated.Rows(Rows, Features))), ("digit", NpyFile.Of([Rows], Generated.Below(Rows, 2)))));
        Assert.Equal($"{sentence}, such as 'class=a run/step2.npz:digit'", files.Compare("a run", "--null", "0").Done().ErrorLines[^1]);
        Assert.Equal($"{sentence}, such as 'class=a run/step2.npz:digit'", files.Compare("a run/step{step}.npz", "--null", "0").Done().ErrorLines[^1]);
        Assert.Equal($"{sentence}, such as class=labels.npy", files.Compare("*.npy", "--null", "0").Done().ErrorLines[^1]);
    }

    [Fact]
    public void WhoIsLeftOutIsSaidInOneLineForEachKindOfReason()
    {
        string[] lines =
        [
            $"lasso, sentence-distances are left out: each needs sequences and {files.PathOf("acts.npy")} has no sequence axis; give activations of shape (sequences, length, features), --sequences rows for one sequence, or --sequences FILE.",
            "left out unless named with --estimators: effective-features, which needs rows that are not negative; row-entropy, which needs rows that are distributions",
        ];
        Assert.Equal(lines, files.Compare("acts.npy", "--quantities", "entropy").Done().ErrorLines);
        Assert.Equal("", files.Compare("acts.npy", "--quantities", "entropy", "--quiet").Done().Errors);
    }

    [Fact]
    public void AFileOfAFolderThatCannotBeReadIsAnError()
    {
        // A checkpoint that is cut short must not be missing from a curve.
        var acts = NpyFile.Of([Rows, Features], Generated.Rows(Rows, Features));
        files.Write("run/acts.npy", acts);
        files.Write("run/cut.npy", acts[..^1]);
        var refusal = $"{files.PathOf("run", "cut.npy")} has 239 bytes of elements; its shape (20, 3) of float32 needs 240: it is truncated, so save it again.";
        foreach (var argument in new[] { "run", "run/*", "run/{step}.npy" }) files.Run("compare", argument).AssertRefused(refusal);
    }

    [Fact]
    public void FoldersThatAreNotLookedIntoAreSaid()
    {
        var acts = NpyFile.Of([Rows, Features], Generated.Rows(Rows, Features));
        foreach (var name in new[] { "one/acts.npy", "one/deeper/acts.npy", "two/acts.npy", "two/step2/acts.npy", "two/step10/acts.npy" }) files.Write(name, acts);
        files.Write("one/notes/notes.txt", "a note");
        IReadOnlyList<string> Lines(string folder) => files.Compare(folder, "--estimators", "soft-entropy", "--null", "0", "--quantities", "entropy").Done().ErrorLines;
        Assert.Equal(["one: 1 folder in it was not looked into (deeper); name one/deeper."], Lines("one"));
        Assert.Equal(["two/: 2 folders in it were not looked into (step2, step10); name them, such as two/step2."], Lines("two/"));
    }

    [Fact]
    public void OneSequenceIsOne()
    {
        files.Npy("tokens.npy", [1, Rows], Generated.Below(Rows, 3));
        Assert.Equal(
            $"the rows of {files.PathOf("acts.npy")} are taken as 1 sequence of 20, as label set t is laid out",
            files.Compare("acts.npy", "--labels", "t=ngram:1:tokens.npy", "--null", "0", "--quantities", "entropy").Done().ErrorLines[0]);
    }

    [Fact]
    public void RowsWithoutAnyNumberAreToldHowToBeLookedAt()
    {
        files.Npy("nan.npy", [Rows, Features], [.. Enumerable.Repeat(float.NaN, Rows * Features)]);
        var run = files.Compare("nan.npy", "--null", "0", "--quantities", "entropy", "--estimators", "diffusion-spectral,soft-entropy");
        Assert.Equal(
            [
                $"diffusion-spectral failed on {files.PathOf("nan.npy")}: diffusion-spectral needs at least 2 finite rows and has 0 of 20: check the activations.",
                $"soft-entropy failed on {files.PathOf("nan.npy")}: soft-entropy has no row with a direction: of 20 rows, 0 are zero and 20 are not finite; check the activations.",
                $"nothing came of {files.PathOf("nan.npy")}; infoscope inspect {files.PathOf("nan.npy")} says what is in it",
            ],
            run.ErrorLines[..3]);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("NaN", files.Run("inspect", "nan.npy").Done().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderOfSequencesWithoutLabelsSaysWhichLabelsAreNeeded()
    {
        files.Npy("run/layer1.npy", [4, 5, Features], Generated.Rows(Rows, Features));
        files.Run("compare", "run").AssertRefused(
            "run holds no array that can be compared: layer1.npy of shape (4, 5, 3) has 3 axes and there are no labels that say what they are, which would have shape (4, 5) or (4,).");
    }

    [Fact]
    public void AnArchiveOfOtherThingsIsNoArchiveOfArrays()
    {
        using (var archive = ZipFile.Open(files.PathOf("texts.npz"), ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry("readme.txt").Open())
            entry.Write("no array at all"u8);
        files.Write("none.npz", NpzFile.Of());
        files.Run("compare", "texts.npz", "none.npz").AssertRefused(
            $"{files.PathOf("texts.npz")} holds no array that can be compared: readme.txt is not a .npy array; save the archive with np.savez.",
            $"{files.PathOf("none.npz")} holds no array that can be compared: it is empty; save arrays into it.");
    }
}
