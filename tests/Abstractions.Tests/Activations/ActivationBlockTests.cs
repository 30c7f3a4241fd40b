namespace Infoscope.Tests.Activations;

public sealed class ActivationBlockTests
{
    [Fact]
    public void RowsAndLabelsAreFoundByTheirPlace()
    {
        var block = new ActivationBlock { Rows = 2, Features = 3, Single = [1, 2, 3, 4, 5, 6], AllLabels = [0, -1, 7, 8] };
        Assert.Equal([4, 5, 6], block.SingleRow(1).ToArray());
        Assert.Equal([0, -1], block.Labels(0).ToArray());
        Assert.Equal([7, 8], block.Labels(1).ToArray());
        var wide = new ActivationBlock { Rows = 2, Features = 2, Double = [1, 2, 3, 4] };
        Assert.Equal([3, 4], wide.DoubleRow(1).ToArray());
    }

    [Fact]
    public void RowsInTheOtherPrecisionAreAnsweredWithWhatToAskFor()
    {
        var wide = Assert.Throws<InvalidOperationException>(() => new ActivationBlock { Rows = 1, Features = 2, Single = [1, 2] }.DoubleRow(0).Length);
        Assert.Equal("the rows are in single precision; an estimator that reads DoubleRow asks for it by Precision = Precision.Double in its InputRequirements.", wide.Message);
        var narrow = Assert.Throws<InvalidOperationException>(() => new ActivationBlock { Rows = 1, Features = 2, Double = [1, 2] }.SingleRow(0).Length);
        Assert.Equal("the rows are in double precision; an estimator that reads SingleRow asks for it by Precision = Precision.Single in its InputRequirements.", narrow.Message);
    }

    [Fact]
    public void APlaceOutsideIsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new ActivationBlock { Rows = 2, Features = 1, AllLabels = [0, 1] }.Labels(1).Length);
}
