using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Infoscope.Plugins.Labels.Tests;

public sealed class KMeansTests
{
    // Sums of at most 40 rows of 5 features round by less than this share of the inertia about zero.
    private const double Rounding = 1e-12;

    [Fact]
    public void CloudsApartAreTheClustersNumberedByFirstAppearance()
    {
        var random = new RandomStream(1, "clouds");
        int[] cloud = [.. Enumerable.Range(0, 300).Select(_ => (int)random.NextBelow(4))];
        var rows = cloud.SelectMany(one => new[] { (10 * (one % 2)) + random.NextNormal(), (10 * (one / 2)) + random.NextNormal(), 0.1 * random.NextNormal() }).ToArray();
        var labels = Derive(4, Rows(rows, 3));
        var order = cloud.Distinct().ToList();
        Assert.Equal(cloud.Select(one => order.IndexOf(one)), labels.Ids.ToArray());
        Assert.Equal(["0", "1", "2", "3"], labels.Names);
        Assert.Empty(labels.Notes);
        Assert.False(labels.IsSequenceDerived);
    }

    [Fact]
    public void TheBestOfAllPartitionsIsFoundInFewRows()
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var random = new RandomStream(seed, "few");
            var rows = Enumerable.Range(0, 18).Select(_ => random.NextNormal()).ToArray();
            var best = Enumerable.Range(1, (1 << 8) - 1).Min(mask => Inertia(rows, 2, [.. Enumerable.Range(0, 9).Select(row => (mask >> row) & 1)]));
            Assert.Equal(best, Inertia(rows, 2, Derive(2, Rows(rows, 2), 20).Ids.ToArray()), best * Rounding);
        }
    }

    [Property(Arbitrary = [typeof(Clouds)], MaxTest = 300)]
    public Property EveryRowIsNearestToTheMeanOfItsCluster(double[][] rows, int clusters)
    {
        var (flat, features) = (rows.SelectMany(row => row).ToArray(), rows[0].Length);
        var labels = Derive(clusters, Rows(flat, features), 3);
        var distinct = rows.Select(row => string.Join(' ', row)).Distinct().Count();
        var means = Means(flat, features, labels.Ids.ToArray());
        var slack = Rounding * flat.Sum(value => value * value);
        var nearest = rows.Select((row, index) => means.All(mean => Distance(row, means[labels.Ids[index]]) <= Distance(row, mean) + slack)).All(near => near);
        var numbered = labels.Ids.ToArray().Distinct().SequenceEqual(Enumerable.Range(0, labels.Count));
        return (nearest && numbered && labels.Count == Math.Min(clusters, distinct)).Classify(distinct < clusters, "fewer distinct rows");
    }

    [Property(Arbitrary = [typeof(Clouds)], MaxTest = 100)]
    public bool ScaleAndEqualRowsChangeNothing(double[][] rows, int clusters, bool huge)
    {
        var flat = rows.SelectMany(row => row).ToArray();
        var features = rows[0].Length;
        var labels = Derive(clusters, Rows(flat, features));
        // Squares of these overflow and vanish.
        var scaled = Derive(clusters, Rows(Array.ConvertAll(flat, value => Math.ScaleB(value, huge ? 1000 : -1000)), features));
        var shared = rows.Select((row, index) => rows.Select((other, place) => !row.SequenceEqual(other) || labels.Ids[index] == labels.Ids[place]).All(same => same)).All(same => same);
        return shared && scaled.Ids.SequenceEqual(labels.Ids);
    }

    [Fact]
    public void MoreStartsAreNeverWorse()
    {
        var random = new RandomStream(3, "starts");
        var rows = Enumerable.Range(0, 400).Select(_ => random.NextNormal()).ToArray();
        var inertias = new long[] { 1, 2, 5, 20 }.Select(restarts => Inertia(rows, 2, Derive(12, Rows(rows, 2), restarts).Ids.ToArray())).ToArray();
        Assert.Equal(inertias.OrderDescending(), inertias);
        Assert.True(inertias[^1] < inertias[0], "one start found the best of twenty, so this test could not fail");
    }

    [Fact]
    public void TheSeedAloneDecides()
    {
        var random = new RandomStream(4, "seed");
        var rows = Rows([.. Enumerable.Range(0, 400).Select(_ => random.NextNormal())], 2);
        Assert.Equal(Derive(12, rows, 1, seed: 5).Ids.ToArray(), Derive(12, rows, 1, seed: 5).Ids.ToArray());
        Assert.NotEqual(Derive(12, rows, 1, seed: 5).Ids.ToArray(), Derive(12, rows, 1, seed: 6).Ids.ToArray());
    }

    [Theory]
    [InlineData(new double[] { 3, 1, -2, -3, -2, -1, 3, 3, 0, 3, -1, -2 })]
    [InlineData(new double[] { 8, -4, 17, 20, 5, -5, -17, 7, 11, -7, -20, 14 })]
    [InlineData(new double[] { 18, -20, 18, 19, 20, 16, -9, -5, 8, -1, 12, -5 })]
    public void AClusterThatLosesItsRowsIsGivenTheFarthest(double[] rows)
    {
        // From three of these six points Lloyd's iterations leave one of three clusters empty; many seeds start there.
        for (ulong seed = 0; seed < 500; seed++) AssertIsWhatTheDefinitionSays(rows, 3, seed);
    }

    [Fact]
    public void ClustersAreWhatTheirDefinitionSays()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var random = new RandomStream(seed, "rows");
            AssertIsWhatTheDefinitionSays([.. Enumerable.Range(0, 60).Select(_ => random.NextNormal())], 2 + (int)(seed % 7), seed);
        }
    }

    [Fact]
    public void RowsThatAreNotFiniteHaveNoLabel()
    {
        var labels = Derive(2, new NumericArray("r.npy", [2, 3, 1], [double.NaN, 9, 1, 8, double.NegativeInfinity, 0]));
        Assert.Equal([2, 3], labels.Shape);
        Assert.Equal([-1, 0, 1, 0, -1, 1], labels.Ids.ToArray());
        Assert.Equal(["2 of 6 rows of r.npy are not finite and have no label"], labels.Notes);
    }

    [Fact]
    public void FewerDistinctRowsThanClustersGiveAClusterEachAndANote()
    {
        var labels = Derive(3, Rows([1, 2, 1, 2, 5, 5, 1, 2], 2));
        Assert.Equal([0, 0, 1, 0], labels.Ids.ToArray());
        Assert.Equal(["k-means of r.npy found 2 clusters, not 3"], labels.Notes);
        Assert.Equal(1, Derive(long.MaxValue, Rows([0, 0, 0], 1)).Count);
    }

    [Fact]
    public void WhatIsNotAllowedIsOneSentence()
    {
        var rows = Rows([1, 2], 1);
        Assert.Equal("kmeans:1:r.npy: k is 1; clusters are at least 2.", Assert.Throws<OptionException>(() => Derive(1, rows)).Message);
        Assert.Equal("kmeans:2:r.npy: restarts is 0; k-means starts at least once.", Assert.Throws<OptionException>(() => Derive(2, rows, 0)).Message);
        Assert.Equal(
            "kmeans:2:r.npy: r.npy has no row of finite numbers, so no row would have a label; check the array.",
            Assert.Throws<OptionException>(() => Derive(2, Rows([double.NaN, 1], 2))).Message);
        foreach (var (shape, text) in new (long[], string)[] { ([2], "(2,)"), ([2, 0], "(2, 0)"), ([1, 1, 1, 2], "(1, 1, 1, 2)") })
        {
            Assert.Equal(
                $"kmeans:2:r.npy: r.npy has shape {text}; rows to cluster have the shape (rows, features) or (sequences, length, features), with at least 1 feature.",
                Assert.Throws<ActivationShapeException>(() => Derive(2, new NumericArray("r.npy", shape, new double[shape.Aggregate((left, right) => left * right)]))).Message);
        }
    }

    private static void AssertIsWhatTheDefinitionSays(double[] rows, int clusters, ulong seed) => Assert.Equal(
        KMeansOracle.Of([.. rows.Chunk(2)], clusters, new RandomStream(seed, "labels/kmeans/restart/0")), Derive(clusters, Rows(rows, 2), 1, seed).Ids.ToArray());

    private static LabelSet Derive(long clusters, NumericArray rows, long? restarts = null, ulong seed = 0)
    {
        (string, object)[] arguments = [("k", clusters), ("rows", rows)];
        return new KMeansSource().Derive(Requests.Seeded(seed, $"kmeans:{clusters}:r.npy", restarts is null ? arguments : [.. arguments, ("restarts", restarts.Value)]));
    }

    private static NumericArray Rows(double[] values, int features) => new("r.npy", [values.Length / features, features], values);

    private static double Inertia(double[] rows, int features, int[] ids)
    {
        var means = Means(rows, features, ids);
        return rows.Chunk(features).Select((row, index) => Distance(row, means[ids[index]])).Sum();
    }

    private static double[][] Means(double[] rows, int features, int[] ids) =>
    [
        .. Enumerable.Range(0, ids.Max() + 1).Select(id =>
        {
            var members = rows.Chunk(features).Where((_, index) => ids[index] == id).ToArray();
            return Enumerable.Range(0, features).Select(feature => members.Sum(row => row[feature]) / members.Length).ToArray();
        }),
    ];

    private static double Distance(double[] left, double[] right) => left.Zip(right, (a, b) => (a - b) * (a - b)).Sum();

    /// <summary>Up to 40 rows of up to 5 features, on a coarse grid or of single rows repeated; 2 to 6 clusters.</summary>
    private static class Clouds
    {
        public static Arbitrary<int> Clusters => Arb.From(Gen.Choose(2, 6), clusters => clusters > 2 ? [clusters - 1] : []);

        public static Arbitrary<double[][]> Rows => Arb.From(
            from features in Gen.Choose(1, 5)
            from count in Gen.Choose(1, 40)
            from grid in Gen.Elements(1, 3, 1000)
            from rows in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(-grid, grid).Select(value => value / 8.0), features), count)
            select rows,
            rows => Enumerable.Range(0, rows.Length).Where(_ => rows.Length > 1).Select(left => rows.Where((_, row) => row != left).ToArray()));
    }
}
