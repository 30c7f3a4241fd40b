using FsCheck.Xunit;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

public sealed class RandomSubsetsTests
{
    [Property]
    public void ASubsetIsSortedAndWithoutReplacement(ushort seed, byte drawn, byte more)
    {
        var count = drawn + more;
        var subset = Informations.Subsets(seed).Draw(drawn, 1, 2, count);
        Assert.Equal(drawn, subset.Length);
        Assert.Equal(subset.Distinct().Order(), subset);
        Assert.All(subset, place => Assert.InRange(place, 0, count - 1));
    }

    [Property]
    public void TheSubsetOfAllPointsIsThePointsAsTheyAre(ushort seed, byte count) =>
        Assert.Equal(Enumerable.Range(0, count), Informations.Subsets(seed).Draw(count, 0, 0, count));

    [Fact]
    public void ItDependsOnSeedSizeOrdinalAndRepetitionAlone()
    {
        var subsets = Informations.Subsets(1);
        var first = subsets.Draw(30, 0, 0, 100);
        Assert.NotEqual(first, subsets.Draw(30, 0, 1, 100));
        Assert.NotEqual(first, subsets.Draw(30, 1, 0, 100));
        Assert.NotEqual(first, subsets.Draw(31, 0, 0, 100)[..30]);
        Assert.NotEqual(first, Informations.Subsets(2).Draw(30, 0, 0, 100));

        // What was drawn before decides nothing.
        Assert.Equal(first, subsets.Draw(30, 0, 0, 100));
        Assert.Equal(first, Informations.Subsets(1).Draw(30, 0, 0, 100));
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("ordinal")]
    [InlineData("repetition")]
    public void EverySubsetIsAsLikelyAsAnyOther(string varied)
    {
        // 20 subsets of 3 of 6 points, 1,000 times each. A chi-squared number with 19 degrees of freedom exceeds 63 once in a million.
        const int draws = 20_000, kinds = 20;
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < draws; i++)
        {
            var subset = varied switch
            {
                "seed" => Informations.Subsets((ulong)i).Draw(3, 0, 0, 6),
                "ordinal" => Informations.Subsets(7).Draw(3, i, 0, 6),
                _ => Informations.Subsets(7).Draw(3, 0, i, 6),
            };
            var key = string.Join(' ', subset);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        const double expected = (double)draws / kinds;
        Assert.Equal(kinds, counts.Count);
        Assert.InRange(counts.Values.Sum(count => (count - expected) * (count - expected) / expected), 0, 63);
    }
}
