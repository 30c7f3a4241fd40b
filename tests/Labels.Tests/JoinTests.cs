using FsCheck.Xunit;

namespace Infoscope.Plugins.Labels.Tests;

public sealed class JoinTests
{
    [Fact]
    public void TheLabelIsTheTupleOfLabels()
    {
        var labels = Derive(Requests.Labels(1, 0, 1, -1, 1), Requests.Labels(0, 0, 1, 0, 0));
        Assert.Equal([0, 1, 2, -1, 0], labels.Ids.ToArray());
        Assert.Equal(["b|a", "a|a", "b|b"], labels.Names);
    }

    [Fact]
    public void NamesOfTuplesStayApart()
    {
        var left = new LabelSet([3], [0, 1, 2], ["x|y", "x", "\"x\""]);
        var right = new LabelSet([3], [0, 1, 1], ["z", "y|z"]);
        Assert.Equal(["\"x|y\"|z", "x|\"y|z\"", "\"\"\"x\"\"\"|\"y|z\""], Derive(left, right).Names);
    }

    [Fact]
    public void LabelsOfSequencesAndOfRowsStandBesideThoseOfPositions()
    {
        var positions = Requests.Shaped([2, 3], 0, 1, 2, 0, 1, -1);
        var labels = Derive(Requests.Labels(1, 0), positions, Requests.Labels(0, 0, 0, 0, 1, 0));
        Assert.Equal([2, 3], labels.Shape);
        Assert.Equal([0, 1, 2, 3, 4, -1], labels.Ids.ToArray());
        Assert.Equal(["b|a|a", "b|b|a", "b|c|a", "a|a|a", "a|b|b"], labels.Names);
    }

    [Property(MaxTest = 500)]
    public bool RowsShareALabelWhereTheyShareEveryLabel(byte[] seeds)
    {
        // Three label sets out of one number, so that tuples repeat.
        int[][] columns = [.. new[] { 3, 4, 5 }.Select(modulus => seeds.Select(seed => (seed / modulus % 3) - 1).ToArray())];
        var labels = Derive([.. columns.Select(column => new LabelSet([column.Length], column, ["x", "y"]))]);
        var tuples = seeds.Select((_, row) => columns.Any(column => column[row] < 0) ? null : string.Join('|', columns.Select(column => "xy"[column[row]]))).ToArray();
        string[] names = [.. tuples.OfType<string>().Distinct()];
        return labels.Names.SequenceEqual(names) && labels.Ids.SequenceEqual([.. tuples.Select(tuple => Array.IndexOf(names, tuple))]);
    }

    [Fact]
    public void NotesAndSequencesOfTheParentsStay()
    {
        var left = new LabelSet([1], [0], ["x"]) { Notes = ["one", "two"] };
        var right = new LabelSet([1], [0], ["x"]) { Notes = ["two", "three"], IsSequenceDerived = true };
        Assert.Equal(["one", "two", "three"], Derive(left, right).Notes);
        Assert.True(Derive(left, right).IsSequenceDerived);
        Assert.False(Derive(left, left).IsSequenceDerived);
    }

    [Fact]
    public void OneLabelSetIsRefused() =>
        Assert.Equal("join:a,b: one label set is named; a join is of at least 2, such as join:A,B.", Assert.Throws<OptionException>(() => Derive(Requests.Labels(0))).Message);

    [Fact]
    public void LabelsOfOtherRowsAreRefused()
    {
        var grid = Requests.Shaped([2, 3], 0, 1, 2, 0, 1, 2);
        Assert.Equal(
            "join:a,b: the labels have the shapes (2, 3) and (3,); allowed beside it are (2, 3), (6,) and (2,), so save them for the same rows.",
            Assert.Throws<ActivationShapeException>(() => Derive(Requests.Labels(0, 1, 2), grid)).Message);
        Assert.Equal(
            "join:a,b: the labels have the shapes (2, 3) and (3, 2); allowed beside it are (2, 3), (6,) and (2,), so save them for the same rows.",
            Assert.Throws<ActivationShapeException>(() => Derive(grid, Requests.Shaped([3, 2], 0, 1, 2, 0, 1, 2))).Message);
        Assert.Equal(
            "join:a,b: the labels have the shapes (2,) and (3,); allowed beside it is (2,), so save them for the same rows.",
            Assert.Throws<ActivationShapeException>(() => Derive(Requests.Labels(0, 1), Requests.Labels(0, 1, 2))).Message);
    }

    private static LabelSet Derive(params LabelSet[] sets) => new JoinSource().Derive(Requests.For("join:a,b", ("sets", sets)));
}
