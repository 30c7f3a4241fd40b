using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Tests.Labels;

public sealed class ClassLabelsTests
{
    [Fact]
    public void NumbersAreClassesInAscendingOrderAndMinusOneIsNone()
    {
        var labels = ClassLabels.FromIntegers([5], [30, -1, -7, 30, 4]);
        Assert.Equal([2, -1, 0, 2, 1], labels.Ids.ToArray());
        Assert.Equal(["-7", "4", "30"], labels.Names);
    }

    [Fact]
    public void TextsAreClassesInOrdinalOrderAndEmptyOrMinusOneIsNone()
    {
        var labels = ClassLabels.FromTexts([5], ["b", "", "a", "-1", "b"]);
        Assert.Equal([1, -1, 0, -1, 1], labels.Ids.ToArray());
        Assert.Equal(["a", "b"], labels.Names);
    }
}
