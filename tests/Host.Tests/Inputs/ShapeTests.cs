using System.Globalization;
namespace Infoscope.Host.Tests.Inputs;

/// <summary>Which shapes of activations and labels go together, and what is said of the others.</summary>
public sealed class ShapeTests : IDisposable
{
    private const int Sequences = 6, Length = 10, Features = 3, Rows = Sequences * Length;

    private static readonly long[] Classes = Generated.Below(Rows, 4);

    private readonly Workspace files = new();

    public ShapeTests()
    {
        var rows = Generated.Rows(Rows, Features, Classes);
        files.Npy("flat.npy", [Rows, Features], rows);
        files.Npy("cube.npy", [Sequences, Length, Features], rows);
        files.Npy("classes-rows.npy", [Rows], Classes);
        files.Npy("classes-tokens.npy", [Sequences, Length], Classes);
        files.Npy("classes-sequences.npy", [Sequences], Generated.Below(Sequences, 2));
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void LabelsOfRowsFitHoweverTheirAxesAreCut()
    {
        var runs = (from activations in (string[])["flat.npy", "cube.npy"]
                    from labels in (string[])["classes-rows.npy", "classes-tokens.npy"]
                    select Information(activations, labels)).ToArray();
        Assert.Equal(4, runs.Length);
        // Rows in sequences go to other folds, so sums differ by rounding.
        Assert.All(runs, value => Assert.Equal(double.Parse(runs[0], CultureInfo.InvariantCulture), double.Parse(value, CultureInfo.InvariantCulture), 1e-12));
    }

    [Fact]
    public void ALabelOfASequenceIsThatOfEachOfItsRows()
    {
        var perSequence = Generated.Below(Sequences, 2);
        files.Npy("spread.npy", [Rows], [.. Enumerable.Range(0, Rows).Select(row => perSequence[row / Length])]);
        Assert.Equal(Information("cube.npy", "spread.npy"), Information("cube.npy", "classes-sequences.npy"));
    }

    [Fact]
    public void OtherNumbersOfAxesAreExplainedInPythonsWords()
    {
        files.Npy("line.npy", [Rows], new float[Rows]);
        files.Npy("four.npy", [2, 3, 10, 3], new float[180]);
        files.Run("compare", "line.npy", "four.npy", "cube.npy").AssertRefused(
            $"{files.PathOf("line.npy")} has shape (60,), 1 axis; activations have shape (rows, features) or (sequences, length, features), so save it as x.reshape(-1, 1) if each number is a row, or many rows together as np.stack(rows).",
            $"{files.PathOf("four.npy")} has shape (2, 3, 10, 3), 4 axes; activations have shape (rows, features) or (sequences, length, features), so save it as x.reshape(2, -1), a row for each of the first axis, " +
            "or if it is (N, C, H, W) as x.transpose(0, 2, 3, 1).reshape(-1, 3), a row for each position.",
            $"{files.PathOf("cube.npy")} has shape (6, 10, 3), 3 axes; without labels it is not known whether the first two are sequences and positions: give --sequences axes if they are, labels of shape (6, 10) or (6,), or save it as x.reshape(-1, 3).");
    }

    [Fact]
    public void LabelsThatDoNotFitNameBothShapes()
    {
        files.Npy("short.npy", [59], Classes[..59]);
        files.Npy("wide.npy", [Length, Sequences], Classes);
        files.Run("compare", "flat.npy", "--labels", "y=short.npy").AssertRefused(
            $"label set y has shape (59,); {files.PathOf("flat.npy")} has (60,) before its features, so labels of shape (60,) are needed.");
        files.Run("compare", "cube.npy", "--labels", "y=wide.npy").AssertRefused(
            $"label set y has shape (10, 6); {files.PathOf("cube.npy")} has (6, 10) before its features, so labels of shape (6, 10), or (6,) for one per sequence, are needed: if these are (length, sequences), save labels.T.");
    }

    [Fact]
    public void NoRowsAreNoInput()
    {
        files.Npy("none.npy", [0, Features], new float[0]);
        files.Npy("none-labels.npy", [0], new long[0]);
        files.Npy("no-features.npy", [Rows, 0], new float[0]);
        files.Run("compare", "none.npy", "--labels", "y=none-labels.npy").AssertRefused($"{files.PathOf("none.npy")} has 0 rows; at least 1 is needed.");
        files.Run("compare", "no-features.npy").AssertRefused($"{files.PathOf("no-features.npy")} has 0 features; at least 1 is needed.");
    }

    private string Information(string activations, string labels)
    {
        var rows = files.Compare(activations, "--labels", $"y={labels}", "--estimators", "soft-entropy", "--quantities", "mutual-information", "--null", "0").Done().Rows;
        // Standard errors differ: with sequences, whole ones are left out in turn.
        return Assert.Single(rows)["value"];
    }
}
