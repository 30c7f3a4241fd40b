namespace Infoscope.Host.Tests.Inputs;

/// <summary>Rows that an estimator cannot use and rows without a label: counted, each in its own column.</summary>
public sealed class RowFateTests : IDisposable
{
    private const int Rows = 40, Features = 3;

    private static readonly float[] Values = Generated.Rows(Rows, Features);

    private readonly Workspace files = new();

    public RowFateTests() => files.Npy("acts.npy", [Rows, Features], Values);

    public void Dispose() => files.Dispose();

    [Fact]
    public void RowsOfNaNAndOfZerosAreDroppedAndCounted()
    {
        var values = Values.ToArray();
        values[7] = float.NaN;
        values[10] = float.PositiveInfinity;
        values.AsSpan(5 * Features, Features).Clear();
        files.Npy("dirty.npy", [Rows, Features], values);
        var row = Assert.Single(files.Compare("dirty.npy", "--estimators", "soft-entropy", "--quantities", "entropy").Done().Rows);
        Assert.Equal(("37", "3"), (row["rows_used"], row["rows_dropped"]));
        Assert.Contains("1 zero row and 2 non-finite rows were left out", row["notes"]);

        var clean = Values.Where((_, index) => index / Features is not (2 or 3 or 5)).ToArray();
        files.Npy("clean.npy", [Rows - 3, Features], clean);
        Assert.Equal(Assert.Single(files.Compare("clean.npy", "--estimators", "soft-entropy", "--quantities", "entropy").Done().Rows).Number("value"), row.Number("value"), 1e-12);
    }

    [Fact]
    public void MinusOneAndAnEmptyCellAreNoLabel()
    {
        files.Npy("numbers.npy", [Rows], [.. Enumerable.Range(0, Rows).Select(row => row % 4 == 0 ? -1L : row % 3)]);
        var cells = Enumerable.Range(0, Rows).Select(row => row % 4 == 0 ? "\"\"" : "abc"[row % 3].ToString());
        files.Write("cells.csv", $"class\r\n{string.Join("\r\n", cells)}\r\n");
        files.Write("texts.npy", NpyFile.Of([Rows], [.. cells.Select(cell => cell.Trim('"'))]));
        var rows = files.Compare("acts.npy", "--labels", "numbers=numbers.npy", "--labels", "cells=cells.csv", "--labels", "texts=texts.npy", "--estimators", "soft-entropy", "--null", "0", "--quantities", "mutual-information,entropy").Done().Rows;
        Assert.Equal("40", rows.Single(row => row["label_set"] == "")["rows_used"]);
        var information = rows.Where(row => row["quantity"] == "mutual-information").ToArray();
        Assert.Equal(["numbers", "cells", "texts"], information.Select(row => row["label_set"]));
        Assert.All(information, row => Assert.Equal(("30", "0", information[0]["value"]), (row["rows_used"], row["rows_dropped"], row["value"])));
    }

    [Fact]
    public void WholeNumbersAreActivationsInDoublePrecision()
    {
        var whole = Generated.Below(Rows * Features, 9);
        files.Npy("whole.npy", [Rows, Features], whole);
        files.Write("wide.npy", NpyFile.Of([Rows, Features], Array.ConvertAll(whole, value => (double)value)));
        var rows = files.Compare("whole.npy", "wide.npy", "--estimators", "soft-entropy", "--quantities", "entropy").Done().Rows;
        Assert.Equal(["double", "double"], rows.Select(row => row["precision"]));
        Assert.Equal(rows[1]["value"], rows[0]["value"]);
        Assert.Equal("single", Assert.Single(files.Compare("whole.npy", "--estimators", "soft-entropy", "--precision", "single", "--quantities", "entropy").Done().Rows)["precision"]);
    }

    [Fact]
    public void LabelsMustBeWholeNumbersOrTexts()
    {
        files.Npy("real.npy", [Rows], new float[Rows]);
        files.Write("two.csv", "a,b\n1,2\n");
        files.Run("compare", "acts.npy", "--labels", "y=real.npy", "--labels", "z=two.csv", "--labels", "w=two.csv:c").AssertRefused(
            "real.npy holds float32; labels are whole numbers or texts, so save them as labels.astype(\"int64\").",
            "two.csv has the columns a, b; name one as two.csv:b.",
            $"{files.PathOf("two.csv")} has no column 'c'; it has 'a', 'b'.");
    }

    [Fact]
    public void APickleIsRefusedWithTheLineOfPythonThatSavesItAnew()
    {
        files.Write("acts.pt", [0x80, 2, 0]);
        var run = files.Run("compare", "acts.pt");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        var line = Assert.Single(run.ErrorLines);
        Assert.StartsWith($"{files.PathOf("acts.pt")} is a pickle of PyTorch, which can run any code and is never opened; ", line);
        Assert.Contains("from safetensors.torch import save_file", line);
    }
}
