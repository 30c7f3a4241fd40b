namespace Infoscope.Host.Tests.Inputs;

/// <summary>A table whose columns are all label sets: texts, quoted cells, and what is refused.</summary>
public sealed class LabelTableTests : IDisposable
{
    private const int Rows = 24;

    private static readonly string[] Speakers = ["ann", "bob, the \"elder\"", "line\nbreak"];

    private readonly Workspace files = new();

    public LabelTableTests()
    {
        files.Npy("acts.npy", [Rows, 3], Generated.Rows(Rows, 3));
        var lines = Enumerable.Range(0, Rows).Select(row => $"{row % 2},\"{Speakers[row % 3].Replace("\"", "\"\"")}\",{(row < 4 ? "" : "x")}");
        files.Write("table.csv", string.Join("\r\n", lines.Prepend("digit,\"who spoke\",marked")) + "\r\n");
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void EveryColumnIsALabelSetNamedAfterIt()
    {
        var run = Compare("--labels", "table.csv").Done();
        Assert.Equal(["digit", "who spoke", "marked"], LabelSets(run));
        Assert.Contains("label set marked: 4 of 24 labels are -1 or empty, which is a row without a label", run.Errors);
        Assert.Equal([Rows, Rows, Rows - 4], run.Rows.Where(row => row["item"].Length == 0).Select(row => (int)row.Number("rows_used")));
    }

    [Fact]
    public void QuotedTextsNameTheirItems() =>
        Assert.Equal(Speakers.Order(), Compare("--labels", "table.csv", "--items").Done().Rows.Where(row => row["label_set"] == "who spoke" && row["item"].Length > 0).Select(row => row["item"]).Order());

    [Fact]
    public void ATableStandsBesideOtherLabelSets()
    {
        files.Write("more.CSV", "part\n" + string.Concat(Enumerable.Repeat("a\nb\n", Rows / 2)));
        Assert.Equal(["y", "digit", "who spoke", "marked", "part", "both"], LabelSets(Compare("--labels", "y=table.csv:digit", "--labels", "table.csv", "--labels", "more.CSV", "--labels", "both=join:who spoke,part").Done()));
    }

    [Fact]
    public void APlanNamesEveryColumnByAStar()
    {
        files.Write("plan.json", """{ "activations": "acts.npy", "labels": { "*": "table.csv", "y": "table.csv:digit" }, "estimators": ["soft-entropy"], "quantities": ["conditional-entropy"], "null": 0, "format": "csv" }""");
        Assert.Equal(["digit", "who spoke", "marked", "y"], LabelSets(files.Run("compare", "plan.json").Done()));
        Assert.Equal(["digit", "who spoke", "marked"], LabelSets(Compare("--labels", "*=table.csv").Done()));
    }

    [Fact]
    public void WhatNamesNoLabelSetsIsOneSentence()
    {
        files.Write("odd.csv", "a,b:c\n1,2\n");
        files.Write("blank.csv", "a,\n1,2\n");
        files.Write("twice.csv", "a,b,a\n1,2,3\n");
        files.Write("empty.csv", "");
        Compare("--labels", "odd.csv", "--labels", "blank.csv", "--labels", "twice.csv", "--labels", "nothing.csv", "--labels", "empty.csv", "--labels", "*=acts.npy", "--labels", "acts.npy").AssertRefused(
            "odd.csv has a column named 'b:c', which cannot name a label set; a name has no '~', ',' or ':' and is not empty, so rename it, or take single columns as NAME=odd.csv:COLUMN.",
            "blank.csv has a column named '', which cannot name a label set; a name has no '~', ',' or ':' and is not empty, so rename it, or take single columns as NAME=blank.csv:COLUMN.",
            "twice.csv has 2 columns named 'a'; give each its own name.",
            $"the label file nothing.csv does not exist; check the path (looked from {files.PathOf()}).",
            $"{files.PathOf("empty.csv")} is empty (0 bytes), or a pipe, which cannot be read; its first line should name the columns.",
            "labels are '*=acts.npy'; * stands for every column of a FILE.csv, so name one, or name the label set.",
            "--labels is 'acts.npy'; NAME=SPEC is needed, such as digit=labels.npy or token=ngram:1:tokens.npy.");
        Compare("--labels", "table.csv", "--labels", "digit=table.csv:digit").AssertRefused("two label sets are named 'digit'; give each its own name.");
    }

    private static string[] LabelSets(HostRun run) => [.. run.Rows.Where(row => row["item"].Length == 0).Select(row => row["label_set"])];

    private HostRun Compare(params string[] labels) => files.Compare(["acts.npy", "--estimators", "soft-entropy", "--quantities", "conditional-entropy", "--null", "0", .. labels]);
}
