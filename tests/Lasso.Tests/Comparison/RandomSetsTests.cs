using Infoscope.Plugins.Lasso.Comparison;

namespace Infoscope.Plugins.Lasso.Tests.Comparison;

public sealed class RandomSetsTests
{
    [Fact]
    public void EverySetIsEquallyLikely()
    {
        // 10 sets of 3 of 5 tokens; 3000 of each are expected, and 4.5 standard deviations of a count are 234.
        const int Draws = 30000;
        var sets = RandomSets.Draw([2, 3, 5, 7, 11], 3, Draws, new RandomStream(1, "sets"));
        var counts = sets.GroupBy(set => string.Join(' ', set)).Select(group => group.Count()).ToArray();
        Assert.Equal(10, counts.Length);
        Assert.All(counts, count => Assert.InRange(count, 3000 - 234, 3000 + 234));
        Assert.All(sets, set => Assert.Equal(set.Distinct().Order(), set));

        // And whatever was drawn before: one set in ten repeats the last one.
        Assert.InRange(sets.Zip(sets.Skip(1)).Count(pair => pair.First.SequenceEqual(pair.Second)), 3000 - 234, 3000 + 234);
    }

    [Fact]
    public void TheSameSeedDrawsTheSameSets() =>
        Assert.Equal(RandomSets.Draw([1, 2, 3, 4], 2, 9, new RandomStream(4, "sets")), RandomSets.Draw([1, 2, 3, 4], 2, 9, new RandomStream(4, "sets")));

    [Fact]
    public void NoneAndAllAreSetsToo()
    {
        Assert.Equal([[], []], RandomSets.Draw([4, 8], 0, 2, new RandomStream(1, "sets")));
        Assert.Equal([[4, 8], [4, 8]], RandomSets.Draw([4, 8], 2, 2, new RandomStream(1, "sets")));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomSets.Draw([4, 8], 3, 2, new RandomStream(1, "sets")));
    }

    [Fact]
    public void EqualNumbersHaveTheirOwnMeanAndNoSpread()
    {
        var equal = Spread.Of([0.1, 0.1, 0.1]);
        Assert.Equal((0.1, 0), (equal.Mean, equal.StandardDeviation));
        Assert.Null(Spread.Of([3]).StandardDeviation);
        var known = Spread.Of([1, 2, 6]);
        Assert.Equal(3, known.Mean, 1e-15);
        Assert.Equal(Math.Sqrt(7), known.StandardDeviation!.Value, 1e-15);
        Assert.Null(Spread.OfAll([1, null]));
    }
}
