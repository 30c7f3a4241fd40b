using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Labels;

public sealed class NullLabelsTests
{
    private static readonly RowLabels Half = Given.Labels("y", [.. Enumerable.Range(0, 1000).Select(row => row % 2 == 0 ? -1L : row % 5)]);

    [Fact]
    public void LabelsArePermutedAmongLabelledRowsAlone()
    {
        var nulls = Nulls(null, 4);
        for (var index = 0; index < 4; index++)
        {
            var permuted = Enumerable.Range(0, 1000).Select(row => nulls[index, row]).ToArray();
            Assert.All(Enumerable.Range(0, 1000), row => Assert.Equal(Half[row] < 0, permuted[row] < 0));
            Assert.Equal(Enumerable.Range(0, 1000).Select(row => Half[row]).Order(), permuted.Order());
            Assert.NotEqual(Enumerable.Range(0, 1000).Select(row => Half[row]), permuted);
        }
    }

    [Fact]
    public void RowsThatAreNotUsedTakeNoPartAndKeepWhatTheyHave()
    {
        bool[] selected = [.. Enumerable.Range(0, 1000).Select(row => row < 500)];
        var nulls = Nulls(selected, 1);
        Assert.Equal(Enumerable.Range(0, 500).Select(row => Half[row]).Order(), Enumerable.Range(0, 500).Select(row => nulls[0, row]).Order());
        Assert.All(Enumerable.Range(500, 500), row => Assert.Equal(Half[row], nulls[0, row]));
    }

    [Fact]
    public void EachNullIsAnotherPermutation()
    {
        var nulls = Nulls(null, 2);
        Assert.NotEqual(Enumerable.Range(0, 1000).Select(row => nulls[0, row]), Enumerable.Range(0, 1000).Select(row => nulls[1, row]));
    }

    private static NullLabels Nulls(bool[]? selected, int count) => new(Half, new LabelledRows(Half, 1000, selected, null), 1000, null, null, null, 3, count);
}
