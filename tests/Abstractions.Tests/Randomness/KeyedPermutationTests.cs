using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Infoscope.Tests.Randomness;

public sealed class KeyedPermutationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(100_003)]
    [InlineData(262_144)]
    [InlineData(262_145)]
    public void EveryItemStandsAtExactlyOnePlace(int count)
    {
        var permutation = new KeyedPermutation(7, "null", count);
        var seen = new bool[count];
        for (var place = 0; place < count; place++) seen[permutation[place]] = true;
        Assert.DoesNotContain(false, seen);
    }

    [Property]
    public Property TheSeedAndThePurposeDecide() => Prop.ForAll(
        Gen.Choose(30, 200_000).ToArbitrary(),
        count =>
        {
            static long[] Head(KeyedPermutation permutation) => [.. Enumerable.Range(0, 30).Select(place => permutation[place])];
            var head = Head(new KeyedPermutation(1, "a", count));
            return head.SequenceEqual(Head(new KeyedPermutation(1, "a", count)))
                && !head.SequenceEqual(Head(new KeyedPermutation(2, "a", count)))
                && !head.SequenceEqual(Head(new KeyedPermutation(1, "b", count)));
        });

    [Fact]
    public void TheFeistelNetworkLeavesNoCorrelationBetweenPlaceAndItem()
    {
        // The correlation of n independent pairs has a standard deviation of 1/sqrt(n); 4.5 of them are exceeded once in 150,000.
        const int n = 200_000;
        var permutation = new KeyedPermutation(3, "correlation", n);
        double sum = 0;
        for (var place = 0; place < n; place++) sum += (place - (n - 1) / 2.0) * (permutation[place] - (n - 1) / 2.0);
        var correlation = sum / (n * ((double)n * n - 1) / 12);
        Assert.InRange(correlation, -4.5 / Math.Sqrt(n), 4.5 / Math.Sqrt(n));
    }

    [Fact]
    public void APlaceOutsideIsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new KeyedPermutation(1, "a", 5)[5]);
}
