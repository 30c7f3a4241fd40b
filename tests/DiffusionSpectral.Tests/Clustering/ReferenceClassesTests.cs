using Infoscope.Plugins.DiffusionSpectral.Clustering;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

public sealed class ReferenceClassesTests
{
    [Fact]
    public void FewDifferentRowsAreAClassEach()
    {
        double[][] values = [[1, 2], [3, 4], [5, 6]];
        int[] classes = [.. Enumerable.Range(0, 40).Select(row => row * row % 3)];
        Assert.Equal(Partition.Renamed(classes), Classes.Of(Rows(classes.Select(value => values[value])), clusters: 3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    public void EqualRowsAreOneClass(int count) => Assert.Equal(new int[count], Classes.Of(Rows(Enumerable.Repeat(new[] { 0.1, -0.0, 3 }, count))));

    [Fact]
    public void ZeroHasNoSignThatMatters() => Assert.Equal([0, 0], Classes.Of(Rows([[0.0, 1], [-0.0, 1]])));

    [Fact]
    public void NoRowsHaveNoClasses()
    {
        Assert.Empty(Classes.Of(new Points([], 0, 1)));
        Assert.Empty(Classes.Of(new Points([], 0, 3)));
    }

    [Fact]
    public void NoMoreRowsThanNeighboursAreRefused()
    {
        var error = Assert.Throws<ActivationShapeException>(() => Classes.Of(Noise(10, 3), clusters: 4, neighbours: 10));
        Assert.Equal("reference has 10 rows; clusters by 10 neighbours need at least 11: give its classes as labels, or a reference of one column.", error.Message);
        Assert.Equal(11, Classes.Of(Noise(11, 3), clusters: 4, neighbours: 10).Length);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void AValueThatIsNotFiniteIsRefused(double value)
    {
        var error = Assert.Throws<ArgumentException>(() => Classes.Of(Rows([[1, 2], [3, value]])));
        Assert.StartsWith($"reference has the value {value} in row 1; classes are made of finite rows: leave such rows out.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Classes.Of(Rows([[1], [value]])));
    }

    [Fact]
    public void SettingsOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReferenceSettings { Clusters = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReferenceSettings { Neighbours = 1 });
    }

    [Fact]
    public void OneClusterIsOneClass() => Assert.Equal(new int[60], Classes.Of(Noise(60, 3), clusters: 1));

    [Fact]
    public void ComponentsBeyondTheClustersShareTheLastClass()
    {
        // Groups of 25, 20, 15, 20 and 12 rows far apart; three clusters: 25, the first 20, and the rest.
        int[] sizes = [25, 20, 15, 20, 12];
        var random = new RandomStream(3, "groups");
        var rows = sizes.SelectMany((size, group) => Enumerable.Range(0, size).Select(_ => new[] { 1000.0 * group + random.NextNormal(), random.NextNormal() }));
        int[] expected = [.. sizes.SelectMany((size, group) => Enumerable.Repeat(Math.Min(group, 2), size))];
        Assert.Equal(expected, Classes.Of(Rows(rows), clusters: 3));
    }

    [Fact]
    public void MoreClustersThanComponentsSplitThemWithoutMixingThem()
    {
        var random = new RandomStream(4, "groups");
        int[] group = [.. Enumerable.Range(0, 240).Select(row => row % 3)];
        var classes = Classes.Of(Rows(group.Select(g => new[] { 1000.0 * g + 5 * random.NextDouble(), 5 * random.NextDouble() })), clusters: 7);
        Assert.Equal(7, classes.Distinct().Count());
        Assert.All(classes.Zip(group).GroupBy(pair => pair.First), ofClass => Assert.Single(ofClass.Select(pair => pair.Second).Distinct()));
    }

    [Theory]
    [InlineData(Precision.Double)]
    [InlineData(Precision.Single)]
    public void TheSameSeedGivesTheSameClassesWhereNothingIsSeparated(Precision precision)
    {
        var noise = Noise(500, 6);
        Assert.Equal(Classes.Of(noise, seed: 9, precision: precision), Classes.Of(noise, seed: 9, precision: precision));
    }

    [Fact]
    public void ACancelledTokenEndsTheWork()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Classes.Of(Noise(60, 3), cancellation: source.Token));
    }

    private static Points Rows(IEnumerable<double[]> rows) => SeparatedBlobs.PointsOf([.. rows]);

    private static Points Noise(int count, int features)
    {
        var random = new RandomStream(11, "noise");
        return new Points([.. Enumerable.Range(0, count * features).Select(_ => random.NextNormal())], count, features);
    }
}
