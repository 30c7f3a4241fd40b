using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Tests.Inputs;

public sealed class ShapeTests
{
    [Theory]
    [InlineData(new long[] { 12 }, new long[] { 12 }, true)]
    [InlineData(new long[] { 3, 4 }, new long[] { 3, 4 }, true)]
    [InlineData(new long[] { 3, 4 }, new long[] { 12 }, true)]
    [InlineData(new long[] { 12 }, new long[] { 3, 4 }, true)]
    [InlineData(new long[] { 3 }, new long[] { 3, 4 }, true)]
    [InlineData(new long[] { 4, 3 }, new long[] { 3, 4 }, false)]
    [InlineData(new long[] { 4 }, new long[] { 3, 4 }, false)]
    [InlineData(new long[] { 11 }, new long[] { 12 }, false)]
    [InlineData(new long[] { 3 }, new long[] { 12 }, false)]
    [InlineData(new long[] { 12, 2 }, new long[] { 12 }, false)]
    [InlineData(new long[] { 3, 4, 2 }, new long[] { 3, 4 }, false)]
    public void LabelsGoByRowOrBySequence(long[] labels, long[] leading, bool fits) => Assert.Equal(fits, RowLabels.Fits(labels, leading));

    [Fact]
    public void ALabelOfASequenceIsSharedByItsRows()
    {
        var labels = RowLabels.Over("book", ClassLabels.FromIntegers([2], [7, 9]), "z", [2, 3]);
        Assert.Equal([0, 0, 0, 1, 1, 1], Enumerable.Range(0, 6).Select(row => labels[row]));
    }

    [Theory]
    [InlineData(new long[] { 5 }, new long[] { 6 }, "has (6,) before its features, so labels of shape (6,) are needed.")]
    [InlineData(new long[] { 5 }, new long[] { 2, 3 }, "has (2, 3) before its features, so labels of shape (2, 3), or (2,) for one per sequence, are needed.")]
    [InlineData(new long[] { 3, 2 }, new long[] { 2, 3 }, "has (2, 3) before its features, so labels of shape (2, 3), or (2,) for one per sequence, are needed: if these are (length, sequences), save labels.T.")]
    [InlineData(new long[] { 6, 4 }, new long[] { 6 }, "has (6,) before its features, so labels of shape (6,) are needed: if these are one-hot, save labels.argmax(-1).")]
    [InlineData(new long[] { 4, 6 }, new long[] { 6 }, "has (6,) before its features, so labels of shape (6,) are needed: if these are one-hot, save labels.argmax(0).")]
    [InlineData(new long[] { 2, 3, 4 }, new long[] { 2, 3 }, "has (2, 3) before its features, so labels of shape (2, 3), or (2,) for one per sequence, are needed: if these are one-hot, save labels.argmax(-1).")]
    public void LabelsThatDoNotFitAreOneSentence(long[] labels, long[] leading, string sentence) => Assert.Equal(
        $"label set y has shape {ArrayShape.Text(labels)}; z {sentence}",
        Assert.Throws<ActivationShapeException>(() => RowLabels.Over("y", ClassLabels.FromIntegers(labels, new long[labels.Aggregate(1L, (product, axis) => product * axis)]), "z", leading)).Message);

    [Fact]
    public void SequencesByIdKeepTheirPositions()
    {
        var layout = SequenceLayout.FromIds("ids.npy", [9, 9, 4, 4, 4, 7]);
        Assert.Equal(3, layout.Count);
        Assert.Equal([0, 0, 1, 1, 1, 2], Enumerable.Range(0, 6).Select(row => layout.SequenceOf(row)));
        Assert.Equal([0, 1, 0, 1, 2, 0], Enumerable.Range(0, 6).Select(row => layout.PositionOf(row)));
    }

    [Fact]
    public void ASequenceInTwoPiecesIsRefused() => Assert.Equal(
        "ids.npy: sequence 9 starts again at row 2; the rows of a sequence must lie together, so sort the rows by sequence.",
        Assert.Throws<ActivationShapeException>(() => SequenceLayout.FromIds("ids.npy", [9, 4, 9])).Message);

    [Fact]
    public void CommonPositionsAreThoseThatEverySequenceDerivedSetLabels()
    {
        static RowLabels Derived(string name, params int[] ids) => RowLabels.Over(name, new LabelSet([6], ids, ["x"]) { IsSequenceDerived = true }, "z", [6]);
        RowLabels[] labels = [Derived("ngram", -1, 0, 0, -1, 0, 0), Derived("next", 0, 0, -1, 0, 0, -1), RowLabels.Over("class", ClassLabels.FromIntegers([6], [-1, -1, -1, -1, -1, 0]), "z", [6])];
        Assert.Equal([false, true, false, false, true, false], Positions.Common.Select(6, null, labels)!);
        Assert.Null(Positions.Own.Select(6, null, labels));
        Assert.Null(Positions.Common.Select(6, null, labels[2..]));
    }

    [Fact]
    public void ARangeOfPositionsIncludesBothEnds() =>
        Assert.Equal([false, true, true, false, false, true, true, false], Positions.Parse("1..2").Select(8, SequenceLayout.Rectangular(2, 4), [])!);

    [Theory]
    [InlineData("3..2")]
    [InlineData("all")]
    [InlineData("1..")]
    [InlineData("-1..2")]
    public void OtherPositionsAreRefused(string text) =>
        Assert.Equal($"--positions is '{text}'; allowed are common, own, or A..B with A at most B, such as 2..60.", Assert.Throws<OptionException>(() => Positions.Parse(text)).Message);
}
