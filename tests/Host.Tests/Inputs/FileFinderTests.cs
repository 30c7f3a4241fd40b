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
    public void NothingFoundIsASentence()
    {
        Directory.CreateDirectory(files.PathOf("empty"));
        Assert.Equal("one of ACTIVATIONS is empty; name a file, a folder or a pattern.", Assert.Throws<UserError>(() => Find("")).Message);
        Assert.Equal($"no file matches 'step{{step}}.npy'; looked from {files.PathOf()}.", Assert.Throws<UserError>(() => Find("step{step}.npy")).Message);
        Assert.Equal("the folder empty holds no .npy, .npz or .safetensors file.", Assert.Throws<UserError>(() => Find("empty")).Message);
    }

    private IReadOnlyList<FoundFile> Find(string text) => FileFinder.Find(text, files.PathOf());

    private void Touch(params string[] names)
    {
        foreach (var name in names) files.Write(name, "");
    }
}
