namespace Infoscope.Host.Tests.PluginInputs;

/// <summary>Every label source of the plugin as a user types it, each made from files or from others.</summary>
public sealed class DerivedLabelTests : IDisposable
{
    private const int Sequences = 8, Length = 12, Features = 4, Rows = Sequences * Length;

    private static readonly string[] Specifications =
    [
        "token=ngram:1:tokens.npy", "bigram=ngram:2:tokens.npy", "book=books.npy", "surprise=bins:3:nll.npy", "both=join:token,book", "kind=coarsen:token:kinds.csv:rest=other",
        "cluster=kmeans:3:cube.npy:restarts=2", "null=shuffle:token", "context=shuffle-within:bigram:token:draw=1", "place=position:tokens.npy:width=4", "often=frequency:token",
        "common=frequent:2:bigram:rare=one",
    ];

    private readonly Workspace files = new();

    public DerivedLabelTests()
    {
        var tokens = Generated.Below(Rows, 5);
        var surprise = Enumerable.Range(0, Rows).Select(row => row == Rows - 1 ? float.NaN : row % 7).ToArray();
        files.Npy("cube.npy", [Sequences, Length, Features], Generated.Rows(Rows, Features, tokens));
        files.Npy("tokens.npy", [Sequences, Length], tokens);
        files.Npy("nll.npy", [Sequences, Length], surprise);
        files.Npy("books.npy", [Sequences], Generated.Below(Sequences, 2));
        files.Write("kinds.csv", "token,kind\n0,even\n2,even\n");
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void EverySourceLabelsTheRowsOfAComparison()
    {
        var rows = Compare(Specifications).Done().Rows;
        Assert.Equal(Specifications.Select(specification => specification.Split('=')[0]), rows.Select(row => row["label_set"]));
        // Without the first position of each sequence, which has no bigram; the last row has no surprise.
        Assert.Equal(rows.Select(row => row["label_set"] == "surprise" ? Rows - Sequences - 1 : Rows - Sequences), rows.Select(row => (int)row.Number("rows_used")));
        string NotesOf(string labels) => rows.Single(row => row["label_set"] == labels)["notes"];
        Assert.Contains("1 of 96 values of nll.npy are NaN and have no label", NotesOf("surprise"));
        Assert.Contains("3 of 5 labels without a group are 'other'", NotesOf("kind"));
    }

    [Fact]
    public void DrawsAreAsRepeatableAsTheSeed()
    {
        string[] draws = ["token=ngram:1:tokens.npy", "a=shuffle:token", "b=shuffle:token:draw=0", "c=shuffle:token:draw=1"];
        string[] Values(params string[] more) => [.. Compare([.. draws], more).Done().Rows.Select(row => row["value"])];
        var values = Values();
        Assert.Equal(values[1], values[2]);
        Assert.Equal(3, values.Distinct().Count());
        Assert.Equal(values, Values());
        var other = Values("--seed", "1");
        Assert.NotEqual(values[1], other[1]);
    }

    [Fact]
    public void WhatCannotBeDerivedIsOneSentence() => Compare(["token=ngram:1:tokens.npy", "x=coarsen:token:kinds.csv", "y=bins:1:nll.npy", "z=frequent:2:token:rare=two", "w=kmeans:0:cube.npy"]).AssertRefused(
        "coarsen:token:kinds.csv: 3 of 5 labels have no group, such as '1'; give each a group, or name a group for the rest with rest=NAME.",
        "bins:1:nll.npy: k is 1; quantile bins are at least 2.",
        "frequent:2:token:rare=two: rare is 'two'; allowed are none (no label) and one (one label, 'rare').",
        "kmeans:0:cube.npy: k is 0; clusters are at least 2.");

    private HostRun Compare(string[] labels, params string[] more) => files.Compare(
        ["cube.npy", "--estimators", "soft-entropy", "--quantities", "mutual-information", "--null", "0", .. labels.SelectMany(label => (string[])["--labels", label]), .. more]);
}
