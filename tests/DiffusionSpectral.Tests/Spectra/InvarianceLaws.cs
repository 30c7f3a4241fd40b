using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Spectra;

/// <summary>What leaves the Diffusion Spectral Entropy unchanged.</summary>
public sealed class InvarianceLaws
{
    [Property(Arbitrary = [typeof(PointSets)])]
    public void TheOrderOfPointsDoesNotMatter(PointSet set)
    {
        var order = new KeyedPermutation(set.Seed, "order", set.Count);
        AssertSame(set, set.Take(Enumerable.Range(0, set.Count).Select(place => (int)order[place])));
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void RotationsAndReflectionsDoNotMatter(PointSet set)
    {
        var random = new RandomStream(set.Seed, "mirrors");
        var one = PointSets.Normals(random, set.Features);
        var two = PointSets.Normals(random, set.Features);
        AssertSame(set, set.Map(row => Reflect(row, one)));
        AssertSame(set, set.Map(row => Reflect(Reflect(row, one), two)));
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void TranslationsDoNotMatter(PointSet set)
    {
        var shift = PointSets.Normals(new RandomStream(set.Seed, "shift"), set.Features);
        AssertSame(set, set.Map(row => [.. row.Zip(shift, (value, by) => value + by)]));
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void ConstantFeaturesDoNotMatterToTheBit(PointSet set) =>
        Assert.Equal(Measured.Nats(set), Measured.Nats(set.Map(row => [.. row, 0, 3.7])));

    [Property(Arbitrary = [typeof(PointSets)])]
    public void PointsAndBandwidthScaledTogetherGiveTheSame(PointSet set)
    {
        AssertSame(set, set.Map(row => [.. row.Select(value => 7.3 * value)]) with { Bandwidth = 7.3 * set.Bandwidth });

        // A power of two rounds nothing.
        Assert.Equal(Measured.Nats(set), Measured.Nats(set.Map(row => [.. row.Select(value => 0.125 * value)]) with { Bandwidth = 0.125 * set.Bandwidth }));
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void RepeatingEveryPointEquallyOftenDoesNotMatter(PointSet set)
    {
        var times = 2 + (int)(set.Seed % 3);
        AssertSame(set, set.Take(Enumerable.Range(0, times * set.Count).Select(i => i % set.Count)));
    }

    [Fact]
    public void RepeatingSomePointsDoesMatter()
    {
        var set = new PointSet { Rows = [[0.0], [1.0], [2.0]], Bandwidth = 1, Time = 1, Seed = 0 };
        Assert.NotEqual(Measured.Nats(set), Measured.Nats(set.Take([0, 0, 0, 1, 2])), 0.01);
    }

    private static void AssertSame(PointSet set, PointSet changed) =>
        Measured.AssertEqual(Measured.Nats(set), Measured.Nats(changed), Measured.Tolerance(set));

    private static double[] Reflect(double[] row, double[] mirror)
    {
        var along = 2 * row.Zip(mirror, (x, v) => x * v).Sum() / mirror.Sum(v => v * v);
        return [.. row.Zip(mirror, (x, v) => x - (along * v))];
    }
}
