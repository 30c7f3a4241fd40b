using Infoscope.Host.Inputs;

namespace Infoscope.Host.Tests.Inputs;

public sealed class FileFinderTests : IDisposable
{
    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void AFileIsNamedAndNeedNotBeThere()
    {
        var found = Assert.Single(Find("nothing.npz:x"));
        Assert.Equal(files.PathOf("nothing.npz"), found.Path);
        Assert.Equal(("nothing.npz", "", "x", true), (found.Set, found.Step, found.Key, found.IsNamed));
    }

    [Fact]
    public void AFolderGivesItsFilesOfArraysInNaturalOrder()
    {
        Touch("acts/layer10.npy", "acts/layer2.npy", "acts/notes.txt", "acts/labels.csv", "acts/a.NPZ", "acts/b.safetensors", "acts/deeper/c.npy");
        Assert.Equal(["acts/a.NPZ", "acts/b.safetensors", "acts/layer2.npy", "acts/layer10.npy"], Find("acts").Select(file => file.Set));
        Assert.Equal(["acts/a.NPZ", "acts/b.safetensors", "acts/layer2.npy", "acts/layer10.npy"], Find("acts/").Select(file => file.Set));
        Assert.All(Find("acts"), file => Assert.False(file.IsNamed));
        Assert.All(Find("acts:x"), file => Assert.Equal(("x", true), (file.Key, file.IsNamed)));
    }

    [Fact]
    public void AGlobGivesOneSetForEachFile()
    {
        Touch("run1/layer10.npy", "run1/layer2.npy", "run2/layer2.npy", "run1/other.npz");
        Assert.Equal(["run1/layer2.npy", "run1/layer10.npy", "run2/layer2.npy"], Find("run*/layer*.npy").Select(file => file.Set));
        Assert.All(Find("run*/layer*.npy"), file => Assert.Equal("", file.Step));
    }

    [Fact]
    public void CheckpointsInFileNamesShareOneSetInTheOrderOfTheirNumbers()
    {
        Touch("step256.npy", "step16.npy", "step2.npy", "step.npy", "final.npy");
        var found = Find("step{step}.npy");
        Assert.Equal(["2", "16", "256"], found.Select(file => file.Step));
        Assert.All(found, file => Assert.Equal("step{step}.npy", file.Set));
    }

    [Fact]
    public void CheckpointsInFolderNamesAreFound()
    {
        Touch("step000/layer1.npy", "step0016/layer1.npy", "step0256/layer2.npy", "other/layer1.npy");
        var found = Find("step{step}/layer1.npy");
        Assert.Equal([("0", "000"), ("16", "0016")], found.Select(file => (file.Step, file.StepText)));
        Assert.All(found, file => Assert.Equal("step{step}/layer1.npy", file.Set));
    }

    [Fact]
    public void ACheckpointNamedTwiceMustBeTheSameInBothPlaces()
    {
        Touch("step1/acts1.npy", "step1/acts2.npy", "step2/acts2.npy");
        Assert.Equal(["1", "2"], Find("step{step}/acts{step}.npy").Select(file => file.Step));
    }

    [Fact]
    public void RunsOfAGlobKeepTheirNamesWhereCheckpointsShareOne()
    {
        Touch("a/step1.npy", "a/step2.npy", "b/step1.npy");
        Assert.Equal([("a/step{step}.npy", "1"), ("a/step{step}.npy", "2"), ("b/step{step}.npy", "1")], Find("*/step{step}.npy").Select(file => (file.Set, file.Step)));
    }

    [Fact]
    public void AnAbsolutePatternStaysAbsolute()
    {
        Touch("step1.npy");
        Assert.Equal(files.PathOf("step{step}.npy").Replace('\\', '/'), Assert.Single(Find(files.PathOf("step{step}.npy"))).Set);
    }

    [Fact]
    public void AFileWhosePatternIsItsOwnNameIsThatFile()
    {
        Touch("a*.npy", "ab.npy");
        Assert.Equal("a*.npy", Assert.Single(Find("a*.npy")).Set);
    }

    [Fact]
    public void APatternThatMatchesNothingSaysWhatThereIs()
    {
        Touch([.. Enumerable.Range(1, 8).Select(layer => $"run/layer{layer}.npy"), "run/a.txt", "few/b.txt", "few/a.npz"]);
        Directory.CreateDirectory(files.PathOf("empty"));
        Refuses("run/step{step}.npy", $"no file matches 'run/step{{step}}.npy'; correct the pattern: {files.PathOf("run")} holds layer1.npy, layer2.npy, layer3.npy, layer4.npy, layer5.npy, layer6.npy and 3 more.");
        Refuses("few/x*", $"no file matches 'few/x*'; correct the pattern: {files.PathOf("few")} holds a.npz, b.txt.");
        Refuses("empty/*", $"no file matches 'empty/*'; {files.PathOf("empty")} holds no file, so check the folder.");
        Refuses("rnu/*.npy", $"no file matches 'rnu/*.npy'; there is no folder {files.PathOf("rnu")}, did you mean {files.PathOf("run").Replace('\\', '/')}?");
        Refuses("nowhere/*.npy", $"no file matches 'nowhere/*.npy'; there is no folder {files.PathOf("nowhere")}, so check the path.");
        Refuses("r*/x*.npy", $"no file matches 'r*/x*.npy'; check the pattern (looked from {files.PathOf()}).");
        Refuses("**/*.npy", "'**/*.npy' has '**', and no pattern looks into folders of any depth; write * for the names of one level, such as '*/*.npy'.");
    }

    [Fact]
    public void AFolderWithoutArraysSaysWhatToNameOrToSave()
    {
        Directory.CreateDirectory(files.PathOf("empty"));
        Touch("notes/a.txt", "torch/a.txt", "torch/layer1.pt", "above/a.pt", "above/none/a.txt", "above/run2/x.npz", "above/run10/x.npy");
        const string none = "holds no .npy, .npz or .safetensors file";
        Refuses("empty", $"the folder empty {none}; save activations there with `np.save(\"empty/layer1.npy\", x)`.");
        Refuses("notes", $"the folder notes {none} but a.txt; save activations there with `np.save(\"notes/layer1.npy\", x)`.");
        Refuses("torch/", $"the folder torch/ {none} but a.txt, layer1.pt; name torch/layer1.pt to be told how to save it as one.");
        Refuses("above", $"the folder above {none}, but its folders do; name one, such as above/run2.");
    }

    [Theory]
    [InlineData("rnu", "run")]
    [InlineData("rnu/layer2.npy", "run/layer2.npy")]
    [InlineData("run/layr2.npy", "run/layer2.npy")]
    [InlineData("run/layer2.nyp", "run/layer2.npy")]
    [InlineData("run/layer2", "run/layer2.npy")]
    [InlineData("run/mayn.npz:a", "run/many.npz:a")]
    [InlineData("run/layer2.npz:a", "run/layer2.npy")]
    public void AMisspeltPathGetsTheOneThatIsNear(string typed, string near)
    {
        Touch("run/layer2.npy", "run/many.npz");
        Refuses(typed, $"{files.PathOf(typed.Split(':')[0])} does not exist; did you mean {near}?");
    }

    [Theory]
    [InlineData("x.npy")]
    [InlineData("far/from/it.npy")]
    public void APathThatIsNearNothingIsLeftToTheReader(string typed)
    {
        Touch("y.npy", "run/z.npy");
        Assert.Equal(files.PathOf(typed), Assert.Single(Find(typed)).Path);
    }

    [Fact]
    public void AnEmptyArgumentIsRefused() => Refuses("", "one of ACTIVATIONS is empty; name a file, a folder or a pattern.");

    private void Refuses(string text, string sentence) => Assert.Equal(sentence, Assert.Throws<UserError>(() => Find(text)).Message);

    private IReadOnlyList<FoundFile> Find(string text) => FileFinder.Find(text, files.PathOf());

    private void Touch(params string[] names)
    {
        foreach (var name in names) files.Write(name, "");
    }
}
