using Infoscope.Testing;

namespace Infoscope.Host.Tests.PluginInputs;

/// <summary>Rows without a sequence axis whose sequences are named by a flag, a file, or labels.</summary>
public sealed class SequenceTests : IDisposable
{
    private const int Rows = 12;

    private readonly Workspace files = new();
    private readonly StagedPlugins staged = new("EchoInputs", "CountsObserveCalls");

    public SequenceTests()
    {
        files.Npy("acts.npy", [Rows, 2], Generated.Rows(Rows, 2));
        files.Npy("ids.npy", [Rows], [7L, 7, 7, 7, 7, 3, 3, 3, 3, 9, 9, 9]);
        files.Npy("tokens.npy", [3, 4], Generated.Below(Rows, 3));
    }

    public void Dispose()
    {
        files.Dispose();
        staged.Dispose();
    }

    [Theory]
    [InlineData("--sequences", "rows", 1, 12, 12, 0, 66)]
    [InlineData("--sequences", "ids.npy", 3, 3, 5, (4 * 1) + (3 * 2), 10 + 6 + 3)]
    [InlineData("--labels", "y=tokens.npy", 3, 4, 4, (4 * 1) + (4 * 2), 3 * 6)]
    public void EachSequenceComesWhole(string option, string value, int calls, int smallest, int largest, int idSum, int positionSum)
    {
        var rows = Compare(option, value).Done().Rows.GroupBy(row => row["quantity"]).ToDictionary(group => group.Key, group => group.First().Number("value"));
        Assert.Equal((calls, smallest, largest), (rows["observe-calls"], rows["smallest-block"], rows["largest-block"]));
        Assert.Equal((idSum, positionSum), (rows["sum-of-sequence-ids"], rows["sum-of-positions"]));
    }

    [Fact]
    public void TheAxesOfAnArrayOfThreeAreSequencesWhenThatIsSaid()
    {
        files.Npy("cube.npy", [3, 4, 2], Generated.Rows(Rows, 2));
        var rows = CompareFile("cube.npy", "--sequences", "axes").Done().Rows.GroupBy(row => row["quantity"]).ToDictionary(group => group.Key, group => group.First().Number("value"));
        Assert.Equal((3, 4, 4), (rows["observe-calls"], rows["smallest-block"], rows["largest-block"]));
        files.Run("compare", "acts.npy", "--sequences", "axes").AssertRefused(
            $"{files.PathOf("acts.npy")} has 2 axes, rows and features, and no sequence axis; give --sequences rows if it is one sequence, or --sequences FILE.");
    }

    [Fact]
    public void SequencesThatCannotBeAreRefused()
    {
        files.Npy("short.npy", [3], [1L, 1, 2]);
        files.Npy("torn.npy", [Rows], [1L, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1]);
        files.Npy("real.npy", [Rows], new float[Rows]);
        files.Npy("cube.npy", [3, 4, 2], Generated.Rows(Rows, 2));
        files.Run("compare", "acts.npy", "--sequences", "short.npy").AssertRefused($"--sequences short.npy has 3 ids; {files.PathOf("acts.npy")} has 12 rows, and one id per row is needed.");
        files.Run("compare", "acts.npy", "--sequences", "torn.npy").AssertRefused("torn.npy: sequence 1 starts again at row 4; the rows of a sequence must lie together, so sort the rows by sequence.");
        files.Run("compare", "acts.npy", "--sequences", "real.npy").AssertRefused("real.npy holds real numbers; whole numbers are needed here.");
        files.Run("compare", "cube.npy", "--labels", "y=tokens.npy", "--sequences", "rows").AssertRefused($"{files.PathOf("cube.npy")} has a sequence axis already; leave out --sequences, or say --sequences axes.");
        Compare().AssertRefused(
            $"counts-observe-calls needs sequences and {files.PathOf("acts.npy")} has no sequence axis; give activations of shape (sequences, length, features), --sequences rows for one sequence, or --sequences FILE.",
            $"echo-inputs needs sequences and {files.PathOf("acts.npy")} has no sequence axis; give activations of shape (sequences, length, features), --sequences rows for one sequence, or --sequences FILE.");
    }

    [Fact]
    public void LabelsInOtherSequencesThanTheRowsAreRefused()
    {
        files.Npy("cube.npy", [3, 4, 2], Generated.Rows(Rows, 2));
        files.Npy("line.npy", [Rows], Generated.Below(Rows, 3));
        files.Npy("turned.npy", [4, 3], Generated.Below(Rows, 3));
        files.Npy("column.npy", [Rows, 1], Generated.Below(Rows, 3));
        files.Run("compare", "cube.npy", "--labels", "y=ngram:1:line.npy").AssertRefused(
            $"label set y has shape (12,); {files.PathOf("cube.npy")} has 3 sequences laid out otherwise, so save them with the shape (3, 4).");
        files.Run("compare", "acts.npy", "--labels", "x=ngram:1:tokens.npy", "--labels", "y=ngram:1:turned.npy").AssertRefused(
            $"label set y has shape (4, 3); {files.PathOf("acts.npy")} has 3 sequences laid out otherwise, so give --sequences and tokens of the same sequences.");
        files.Run("compare", "acts.npy", "--sequences", "ids.npy", "--labels", "y=ngram:1:tokens.npy").AssertRefused(
            $"label set y has shape (3, 4); {files.PathOf("acts.npy")} has 3 sequences laid out otherwise, so give --sequences and tokens of the same sequences.");
        files.Run("compare", "acts.npy", "--labels", "y=column.npy").AssertRefused(
            $"label set y has shape (12, 1); {files.PathOf("acts.npy")} has no sequence axis, so save them with .reshape(-1).");
    }

    private HostRun Compare(params string[] more) => CompareFile("acts.npy", more);

    private HostRun CompareFile(string name, params string[] more) => files.Compare(
    [
        name, "--null", "0", "--plugin", staged.PathOf("EchoInputs"), "--plugin", staged.PathOf("CountsObserveCalls"), "--estimators", "counts-observe-calls,echo-inputs",
        "--set", "echo-inputs.access=whole-sequences", "--set", "counts-observe-calls.access=whole-sequences", .. more,
    ]);
}
