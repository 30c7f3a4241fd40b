using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Infoscope.Plugins.Labels.Tests;

public sealed class BinsTests
{
    [Fact]
    public void DistinctValuesAreCutIntoBinsOfEqualCounts()
    {
        var labels = Derive(3, 6, 1, 5, 2, 4, 3);
        Assert.Equal([2, 0, 2, 0, 1, 1], labels.Ids.ToArray());
        Assert.Equal(["[1, 3)", "[3, 5)", "[5, 6]"], labels.Names);
        Assert.Empty(labels.Notes);
        Assert.False(labels.IsSequenceDerived);
    }

    [Fact]
    public void ValuesHaveTheBinsOfTheDocumentation()
    {
        double[] values = [0, 0, 0, 0, 2, 7];
        string[] BinsOf(long bins) => [.. Derive(bins, values).Ids.ToArray().Select(id => Derive(bins, values).Names[id])];
        Assert.Equal(["[0, 2)", "[0, 2)", "[0, 2)", "[0, 2)", "[2, 7]", "[2, 7]"], BinsOf(2));
        Assert.Equal(["[0, 2)", "[0, 2)", "[0, 2)", "[0, 2)", "[2, 7)", "[7, 7]"], BinsOf(3));
    }

    [Theory]
    [InlineData(new[] { 90, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, new[] { 90, 3, 4, 3 })]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 90 }, new[] { 3, 4, 3, 90 })]
    [InlineData(new[] { 1, 1, 10, 1, 1, 1, 1 }, new[] { 2, 10, 4 })]
    [InlineData(new[] { 5, 5, 1, 5, 5 }, new[] { 5, 5, 6, 5 })]
    [InlineData(new[] { 2, 2, 2 }, new[] { 2, 4 })]
    [InlineData(new[] { 3, 1 }, new[] { 3, 1 })]
    public void AValueOfManyRowsTakesABinAndTheOthersShareTheRest(int[] counts, int[] expected)
    {
        var cuts = QuantileCuts.Of(counts, expected.Length);
        Assert.Equal(expected, cuts.Select((cut, bin) => counts[cut..(bin + 1 < cuts.Length ? cuts[bin + 1] : counts.Length)].Sum()));
    }

    [Fact]
    public void InfinitiesAreValuesAndNaNIsNoLabel()
    {
        var labels = Derive(2, double.NaN, double.NegativeInfinity, 0.5, double.PositiveInfinity, double.NaN, -0.0);
        Assert.Equal([-1, 0, 1, 1, -1, 0], labels.Ids.ToArray());
        Assert.Equal(["[-inf, 0.5)", "[0.5, inf]"], labels.Names);
        Assert.Equal(["2 of 6 values of x.npy are NaN and have no label"], labels.Notes);
    }

    [Fact]
    public void FewerValuesThanBinsGiveABinEachAndANote()
    {
        var labels = Derive(5, 2, -0.0, 0.0, 2);
        Assert.Equal([1, 0, 0, 1], labels.Ids.ToArray());
        Assert.Equal(["[0, 2)", "[2, 2]"], labels.Names);
        Assert.Equal(["x.npy has 2 distinct values, so there are fewer bins than 5"], labels.Notes);
        Assert.Equal(["x.npy has 1 distinct value, so there are fewer bins than 2"], Derive(2, 7, 7).Notes);
    }

    [Fact]
    public void BoundsHaveTheDigitsOfTheirPrecision()
    {
        Assert.Equal(["[0.1, 0.2)", "[0.2, 0.2]"], Derive(2, 0.1f, 0.2f).Names);
        Assert.Equal(["[0.1, 0.2)", "[0.2, 0.2]"], Derive(2, 0.1, 0.2).Names);
        Assert.Equal(["[0.1, 0.10000000149011612)", "[0.10000000149011612, 0.10000000149011612]"], Derive(2, 0.1, 0.1f).Names);
    }

    [Fact]
    public void BinsHaveTheShapeOfTheValues() =>
        Assert.Equal([2, 3], Derive(2, new NumericArray("x.npy", [2, 3], [1L, 2, 3, 4, 5, 6])).Shape);

    [Property(Arbitrary = [typeof(Values)], MaxTest = 1000)]
    public Property BinsAreWhatTheirDefinitionSays(double[] values, int bins)
    {
        var numbers = values.Where(value => !double.IsNaN(value)).ToArray();
        if (numbers.Length == 0) return true.Classify(true, "nothing but NaN");
        var labels = Derive(bins, values);
        var ids = labels.Ids.ToArray();
        var distinct = numbers.Distinct().Order().ToArray();
        // Upwards in value, equal values together, and none but NaN without a label.
        var ordered = numbers.Length == values.Length && Array.TrueForAll([.. Enumerable.Range(0, ids.Length)], row =>
            Enumerable.Range(0, ids.Length).All(other => values[row].CompareTo(values[other]) switch { 0 => ids[row] == ids[other], < 0 => ids[row] <= ids[other], _ => true }));
        var none = Enumerable.Range(0, ids.Length).All(row => ids[row] < 0 == double.IsNaN(values[row]));
        var full = labels.Count == Math.Min(bins, distinct.Length) && Enumerable.Range(0, labels.Count).All(ids.Contains);
        var tied = distinct.Length < numbers.Length;
        var counts = ids.Where(id => id >= 0).CountBy(id => id).Select(count => count.Value).ToArray();
        return ((ordered || numbers.Length < values.Length) && none && full && (tied || counts.Max() - counts.Min() <= 1) && NoCutCanBeMoved(values, ids, distinct, labels.Count))
            .Classify(tied, "tied");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void FewerThanTwoBinsAreRefused(long bins) =>
        Assert.Equal($"bins:{bins}:x.npy: k is {bins}; quantile bins are at least 2.", Assert.Throws<OptionException>(() => Derive(bins, 1, 2)).Message);

    [Fact]
    public void NothingButNaNIsRefused() =>
        Assert.Equal("bins:2:x.npy: x.npy holds no number that is not NaN, so no row would have a label; check the array.", Assert.Throws<OptionException>(() => Derive(2, double.NaN)).Message);

    [Fact]
    public void MoreThanOneNumberPerRowIsRefused() =>
        Assert.Equal(
            "bins:2:x.npy: x.npy has shape (1, 2, 2); bins are made of one number per row, shape (rows), (sequences, length) or (sequences).",
            Assert.Throws<ActivationShapeException>(() => Derive(2, new NumericArray("x.npy", [1, 2, 2], [1.0, 2, 3, 4]))).Message);

    /// <summary>Tries every other place for every cut: none brings the bins on its two sides closer to each other.</summary>
    private static bool NoCutCanBeMoved(double[] values, int[] ids, double[] distinct, int bins) => Enumerable.Range(1, bins - 1).All(bin =>
    {
        var pair = values.Where((_, row) => ids[row] == bin - 1 || ids[row] == bin).ToArray();
        var gap = Math.Abs(ids.Count(id => id == bin) - ids.Count(id => id == bin - 1));
        return distinct.Where(start => start > pair.Min() && start <= pair.Max()).All(start => Math.Abs(pair.Count(value => value >= start) - pair.Count(value => value < start)) >= gap);
    });

    private static LabelSet Derive(long bins, params double[] values) => Derive(bins, new NumericArray("x.npy", [values.Length], values));

    private static LabelSet Derive(long bins, NumericArray values) => new BinsSource().Derive(Requests.For($"bins:{bins}:x.npy", ("k", bins), ("values", values)));

    /// <summary>Few values with many ties, or all different ones; now and then an infinity or NaN. Bins from 2 to 6.</summary>
    private static class Values
    {
        private static readonly double[] Odd = [double.NaN, double.NegativeInfinity, double.PositiveInfinity, -0.0, double.Epsilon];

        public static Arbitrary<int> Bins => Arb.From(Gen.Choose(2, 6), bins => bins > 2 ? [bins - 1] : []);

        public static Arbitrary<double[]> Rows => Arb.From(
            from size in Gen.Choose(1, 40)
            from kinds in Gen.Choose(1, 30)
            from spread in Gen.Elements(1, 1000)
            from values in Gen.ArrayOf(Gen.Frequency((9, Gen.Choose(0, kinds * spread).Select(value => value / 4.0)), (1, Gen.Elements(Odd))), size)
            from skewed in Gen.Elements(false, true)
            select skewed ? [.. values, .. Enumerable.Repeat(values[0], size)] : values,
            values => Enumerable.Range(0, values.Length).Where(_ => values.Length > 1).Select(left => values.Where((_, row) => row != left).ToArray()));
    }
}
