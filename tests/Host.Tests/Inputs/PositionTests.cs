namespace Infoscope.Host.Tests.Inputs;

/// <summary>Which positions of the sequences count, as the column rows_used tells.</summary>
public sealed class PositionTests : IDisposable
{
    private const int Sequences = 5, Length = 8, Features = 2;

    private readonly Workspace files = new();

    public PositionTests()
    {
        var tokens = Generated.Below(Sequences * Length, 3);
        files.Npy("tokens.npy", [Sequences, Length], tokens);
        files.Npy("acts.npy", [Sequences, Length, Features], Generated.Rows(Sequences * Length, Features, tokens));
    }

    public void Dispose() => files.Dispose();

    // Sequences of length 8: the last pair ends at 7, the first at 1; two tokens follow positions 0 to 5.
    [Theory]
    [InlineData("common", 1, 5, 1, 5, 1, 5)]
    [InlineData("own", 0, 7, 1, 7, 0, 5)]
    [InlineData("2..3", 2, 3, 2, 3, 2, 3)]
    [InlineData("0..6", 0, 6, 1, 6, 0, 5)]
    public void TheChoiceDecidesTheRows(string positions, int firstToken, int lastToken, int firstPair, int lastPair, int firstNext, int lastNext)
    {
        var run = Compare("--labels", "token=ngram:1:tokens.npy", "--labels", "pair=ngram:2:tokens.npy", "--labels", "next=next:2:tokens.npy", "--positions", positions);
        Assert.Equal(RowsFrom(firstToken, lastToken), Used(run, "token"));
        Assert.Equal(RowsFrom(firstPair, lastPair), Used(run, "pair"));
        Assert.Equal(RowsFrom(firstNext, lastNext), Used(run, "next"));
        var line = positions == "own" ? [] : (string[])[$"positions {positions}: {RowsFrom(firstToken, lastToken)} of 40 rows are used"];
        Assert.Equal(line, run.ErrorLines);
    }

    [Fact]
    public void ARangeNeedsSequencesAndRows()
    {
        files.Npy("flat.npy", [Sequences * Length, Features], Generated.Rows(Sequences * Length, Features));
        files.Run("compare", "flat.npy", "--positions", "1..2").AssertRefused(
            "--positions 1..2 needs sequences; give activations of shape (sequences, length, features), or --sequences.");
        files.Run("compare", "acts.npy", "--labels", "token=ngram:1:tokens.npy", "--positions", "8..9").AssertRefused(
            "--positions 8..9 goes beyond the longest sequence, whose positions are 0..7.");
        files.Run("compare", "acts.npy", "--labels", "far=next:5:tokens.npy", "--labels", "long=ngram:5:tokens.npy").AssertRefused(
            "--positions common leaves no row; no position has a label in every sequence-derived label set, so use --positions own.");
    }

    private static string RowsFrom(int first, int last) => $"{Sequences * (last - first + 1)}";

    private HostRun Compare(params string[] arguments) => files.Compare(["acts.npy", "--estimators", "soft-entropy", "--null", "0", "--quantities", "mutual-information", .. arguments]).Done();

    private static string Used(HostRun run, string labels) => run.Rows.Single(row => row["label_set"] == labels)["rows_used"];
}
