namespace Infoscope.Plugins.Labels.Tests;

public sealed class PositionTests
{
    [Fact]
    public void PositionsAreCountedFromZeroInEachSequence()
    {
        var labels = Derive(new NumericArray("t.npy", [2, 3], new double[6]));
        Assert.Equal([0, 1, 2, 0, 1, 2], labels.Ids.ToArray());
        Assert.Equal(["0", "1", "2"], labels.Names);
        Assert.Equal([2, 3], labels.Shape);
        Assert.True(labels.IsSequenceDerived);
    }

    [Fact]
    public void NeighbouringPositionsShareALabel()
    {
        var labels = Derive(new NumericArray("t.npy", [7], new long[7]), 3);
        Assert.Equal([0, 0, 0, 1, 1, 1, 2], labels.Ids.ToArray());
        Assert.Equal(["0-2", "3-5", "6-6"], labels.Names);
        Assert.Equal(["0-6"], Derive(new NumericArray("t.npy", [7], new long[7]), long.MaxValue).Names);
    }

    [Fact]
    public void AWidthOfZeroIsRefused() =>
        Assert.Equal("position:t.npy: width is 0; a label is of at least 1 position.", Assert.Throws<OptionException>(() => Derive(new NumericArray("t.npy", [2], new long[2]), 0)).Message);

    [Theory]
    [InlineData(new long[] { 1, 2, 2 }, 4, "(1, 2, 2)")]
    [InlineData(new long[] { 3, 0 }, 0, "(3, 0)")]
    [InlineData(new long[0], 1, "()")]
    public void AnArrayWithoutSequencesIsRefused(long[] shape, int elements, string text) => Assert.Equal(
        $"position:t.npy: t.npy has shape {text}; positions are counted in an array of shape (sequences, length), or (length) for one sequence, with at least one element.",
        Assert.Throws<ActivationShapeException>(() => Derive(new NumericArray("t.npy", shape, new long[elements]))).Message);

    private static LabelSet Derive(NumericArray tokens, long? width = null) =>
        new PositionSource().Derive(width is null ? Requests.For("position:t.npy", ("tokens", tokens)) : Requests.For("position:t.npy", ("tokens", tokens), ("width", width.Value)));
}
