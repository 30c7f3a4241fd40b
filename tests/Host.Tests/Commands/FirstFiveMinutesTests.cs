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
