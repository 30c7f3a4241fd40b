using Infoscope.Testing;

namespace Infoscope.Host.Tests.Inputs;

/// <summary>Which arrays of which files are compared: named ones must fit, others are left out with a line.</summary>
public sealed class ArrayChoiceTests : IDisposable
{
    private const int Rows = 20;

    private readonly Workspace files = new();

    public ArrayChoiceTests()
    {
        files.Npy("labels.npy", [Rows], Generated.Below(Rows, 2));
        foreach (var name in new[] { "a", "b" })
            files.Write($"{name}.npz", NpzFile.Of(("layer10", Acts()), ("layer2", Acts()), ("ids", NpyFile.Of([Rows], new long[Rows])), ("short", NpyFile.Of([5, 2], new float[10]))));
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void WithoutAKeyWhatFitsIsTakenAndTheRestIsCountedOverAllFiles()
    {
        var run = Compare("a.npz", "b.npz");
        Assert.Equal([("a.npz", "layer2"), ("a.npz", "layer10"), ("b.npz", "layer2"), ("b.npz", "layer10")], Sets(run));
        Assert.Equal(
            [
                "left out in 2 files: ids of shape (20,) holds int64, which is taken for activations only when its file or its key is named",
                "left out in 2 files: short of shape (5, 2) does not fit the label set y of shape (20,)",
            ],
            run.ErrorLines);
    }

    [Fact]
    public void AKeyTakesOneArrayAndAStarTakesSeveral()
    {
        Assert.Equal([("a.npz", "layer10")], Sets(Compare("a.npz:layer10")));
        Assert.Equal([("a.npz", "layer2"), ("a.npz", "layer10")], Sets(Compare("a.npz:layer*")));
        files.Write("c.safetensors", SafetensorsFile.Of(("model/layer:0", [Rows, 2], Generated.Rows(Rows, 2)), ("x", [5], new float[5])));
        Assert.Equal([("c.safetensors", "model/layer:0")], Sets(Compare("c.safetensors:model/layer:0")));
    }

    [Fact]
    public void ANamedArrayThatDoesNotFitIsAnError()
    {
        files.Run("compare", "a.npz:short", "b.npz:layr2", "b.npz:x*", "--labels", "y=labels.npy").AssertRefused(
            $"label set y has shape (20,); {files.PathOf("a.npz")}:short has (5,) before its features, so labels of shape (5,) are needed.",
            $"{files.PathOf("b.npz")} holds no array 'layr2'; it holds 'layer10', 'layer2', 'ids', 'short'; did you mean 'layer2'?",
            $"{files.PathOf("b.npz")} holds no array that matches 'x*'; it holds layer10, layer2, ids, short.");
    }

    [Fact]
    public void AFolderAndAGlobLeaveOutWhatIsNoActivations()
    {
        files.Write("run/acts.npy", Acts());
        files.Write("run/labels.npy", NpyFile.Of([Rows], Generated.Below(Rows, 2)));
        files.Write("run/notes.txt", "a note");
        const string line = "left out: labels.npy of shape (20,) holds int64, which is taken for activations only when its file or its key is named";
        foreach (var argument in new[] { "run", "run/*.npy" })
        {
            var run = Compare(argument);
            Assert.Equal([("run/acts.npy", "")], Sets(run));
            Assert.Equal(line, Assert.Single(run.ErrorLines));
        }

        files.Run("compare", "run/l*", "--labels", "y=labels.npy").AssertRefused(
            "run/l* holds no array that can be compared: labels.npy of shape (20,) holds int64, which is taken for activations only when its file or its key is named.");
    }

    [Fact]
    public void AFileWithNothingThatFitsSaysWhyOfEachArray()
    {
        files.Write("no.npz", NpzFile.Of(("a", NpyFile.Of([3, 2], new float[6])), ("b", NpyFile.Of([Rows], new float[Rows]))));
        files.Run("compare", "no.npz", "--labels", "y=labels.npy").AssertRefused(
            $"{files.PathOf("no.npz")} holds no array that can be compared: a of shape (3, 2) does not fit the label set y of shape (20,); " +
            "b of shape (20,) has neither the shape (rows, features) nor (sequences, length, features).");
    }

    [Fact]
    public void ALabelSourceThatIsMisspeltIsNoFile()
    {
        files.Npy("tokens.npy", [4, 5], Generated.Below(Rows, 3));
        files.Run("compare", "a.npz:layer2", "--labels", "t=ngrma:2:tokens.npy", "--labels", "u=ngram", "--labels", "v=words", "--labels", "w", "--labels", "x=", "--labels", "q=next:1:nothing.npy").AssertRefused(
            "--labels is 'w'; NAME=SPEC is needed, such as digit=labels.npy or token=ngram:1:tokens.npy.",
            "--labels is 'x='; NAME=SPEC is needed, such as digit=labels.npy or token=ngram:1:tokens.npy.",
            "there is no file and no label source 'ngrma' for the labels 'ngrma:2:tokens.npy'; did you mean ngram?",
            "'ngram' does not fit ngram:N:TOKENS[:pad=PAD]; its arguments are missing.",
            "there is no file and no label source 'words' for the labels 'words'; there are bins, coarsen, frequency, frequent, join, kmeans, next, ngram, position, shuffle, shuffle-within.",
            $"{files.PathOf("nothing.npy")} does not exist; check the path (the current folder is {files.PathOf()}).");
        files.Run("compare", "a.npz:layer2", "--labels", "y=labels.npy", "--labels", "y=labels.npy").AssertRefused("two label sets are named 'y'; give each its own name.");
    }

    [Fact]
    public void WhatCannotBeReadIsLeftOutWithoutItsRemedy()
    {
        foreach (var name in new[] { "c", "d" }) files.Write($"{name}.npz", NpzFile.Of(("layer1", Acts()), ("objects", NpyFile.OfObjects(3))));
        var run = Compare("c.npz", "d.npz");
        Assert.Equal("left out in 2 files: objects holds Python objects (dtype object)", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void ALabelSourceThatThrowsIsOneSentence()
    {
        using var staged = new StagedPlugins("NoCodeOnList");
        files.Environment["INFOSCOPE_FIXTURE_MARKER"] = files.PathOf("marker");
        files.Run("compare", "a.npz:layer2", "--labels", "m=marks-labels:labels.npy", "--plugin", staged.PathOf("NoCodeOnList")).AssertRefused(
            "the label source marks-labels failed on 'marks-labels:labels.npy': NotSupportedException: this fixture is never run");
    }

    private static byte[] Acts() => NpyFile.Of([Rows, 2], Generated.Rows(Rows, 2));

    private static IEnumerable<(string, string)> Sets(HostRun run) => run.Rows.Select(row => (row["set"], row["layer"])).Distinct();

    private HostRun Compare(params string[] activations) => files.Compare([.. activations, "--labels", "y=labels.npy", "--estimators", "soft-entropy", "--null", "0", "--quantities", "entropy"]).Done();
}
