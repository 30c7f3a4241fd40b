namespace Infoscope.Tests.Labels;

public sealed class LabelSetTests
{
    [Fact]
    public void ALabelSetGivesBackWhatItWasMadeOf()
    {
        var labels = new LabelSet([2, 2], [0, -1, 1, 0], ["a", "b"]) { IsSequenceDerived = true };
        Assert.Equal([2, 2], labels.Shape);
        Assert.Equal([0, -1, 1, 0], labels.Ids.ToArray());
        Assert.Equal(2, labels.Count);
        Assert.Equal(["a", "b"], labels.Names);
        Assert.True(labels.IsSequenceDerived);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void ALabelOutsideTheNamesIsRefused(int label)
    {
        var failure = Assert.Throws<ActivationShapeException>(() => new LabelSet([3], [0, label, 1], ["a", "b"]));
        Assert.Equal($"a label has the id {label}; with 2 labels, allowed is -1 to 1.", failure.Message);
    }

    [Fact]
    public void ASetWithoutLabelsHasOnlyUnlabelledRows()
    {
        Assert.Equal(0, new LabelSet([2], [-1, -1], []).Count);
        Assert.Throws<ActivationShapeException>(() => new LabelSet([2], [-1, 0], []));
    }

    [Fact]
    public void TheShapeDoesNotChangeAfterwards()
    {
        long[] shape = [2];
        var labels = new LabelSet(shape, [0, 0], ["a"]);
        shape[0] = 3;
        Assert.Equal([2], labels.Shape);
    }
}
