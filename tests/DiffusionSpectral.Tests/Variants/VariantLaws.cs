using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;
using Infoscope.Plugins.DiffusionSpectral.Variants;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Variants;

/// <summary>What holds for the other entropies of a set of points.</summary>
public sealed class VariantLaws
{
    // Sums of at most 60 x 60 terms of the order of 1.
    private const double Rounding = 1e-11;

    [Property(Arbitrary = [typeof(PointSets)])]
    public void TheMatrixEntryEntropyIsTheEntropyOfAllEntries(PointSet set)
    {
        var walk = Definition.Operator(set, DiffusionOperator.RandomWalk);
        var sums = Definition.RowSums(walk);
        double expected = 0;
        for (var i = 0; i < set.Count; i++)
        {
            for (var j = 0; j < set.Count; j++)
            {
                var probability = walk[i, j] / sums[i] / set.Count;
                if (probability > 0) expected -= probability * Math.Log(probability);
            }
        }

        Measured.AssertEqual(expected, MatrixEntry(set).Nats, Rounding);
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void TheMatrixEntryEntropyIsBetweenOneAndTwoLogarithmsOfTheNumber(PointSet set)
    {
        var entropy = MatrixEntry(set);
        Assert.Equal(Math.Log(set.Count), entropy.FloorNats);
        Assert.Equal(2 * Math.Log(set.Count), entropy.CeilingNats);
        Assert.InRange(entropy.Nats, entropy.FloorNats!.Value, entropy.CeilingNats + Rounding);

        // The ends: points far apart, and equal ones.
        Measured.AssertEqual(Math.Log(set.Count), MatrixEntry(set with { Rows = [.. Enumerable.Range(0, set.Count).Select(i => new[] { 50 * set.Bandwidth * i })] }).Nats, Rounding);
        Measured.AssertEqual(2 * Math.Log(set.Count), MatrixEntry(set.Take(Enumerable.Repeat(0, set.Count))).Nats, Rounding);
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void TheAdjacencyEntropyOfAGaussianIsThatOfItsSpectrum(PointSet set)
    {
        using var compute = TestCompute.Open();
        var entropy = new GaussianAdjacencyEntropy(compute, set.Bandwidth, CancellationToken.None).Of(set.Points);
        var eigenvalues = Definition.Eigenvalues(Definition.Gaussian(set));
        var expected = eigenvalues.Select(value => Math.Abs(value) / set.Count).Where(p => p > 0).Sum(p => -p * Math.Log(p));
        Measured.AssertEqual(expected, entropy.Nats, Rounding);
        Assert.InRange(entropy.Nats, entropy.FloorNats!.Value - Rounding, entropy.CeilingNats + Rounding);
        Assert.Equal(Math.Log(set.Distinct), entropy.CeilingNats, Rounding);
        Assert.Equal(0, compute.LiveMatrices);
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void TheBinnedEntropyIsWithinZeroAndTheLogarithmOfTheNumber(PointSet set)
    {
        var bins = 2 + (int)(set.Seed % 9);
        var entropy = new BinnedEntropy(bins).Of(set.Points);
        Assert.InRange(entropy.Nats, 0, entropy.CeilingNats + Rounding);
        Assert.InRange(entropy.CeilingNats, 0, Math.Log(set.Count));
        Assert.Equal(0, new BinnedEntropy(bins).Of(set.Take(Enumerable.Repeat(0, set.Count)).Points).Nats);
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void ScaleAndOrderDoNotMatterToTheBinnedEntropy(PointSet set)
    {
        var order = new KeyedPermutation(set.Seed, "order", set.Count);
        var entropy = new BinnedEntropy(3).Of(set.Points).Nats;
        Measured.AssertEqual(entropy, new BinnedEntropy(3).Of(set.Take(Enumerable.Range(0, set.Count).Select(place => (int)order[place])).Points).Nats, Rounding);

        // A power of two rounds nothing, so no value changes its bin.
        Assert.Equal(entropy, new BinnedEntropy(3).Of(set.Map(row => [.. row.Select(value => 4 * value)]).Points).Nats);
    }

    [Fact]
    public void TheBinnedEntropySaturatesWithFeatures()
    {
        // Two bins of 500 normal points: one feature is a bit at most; 32 tell all points apart.
        double[] entropies = [.. new[] { 1, 4, 8, 12, 32 }.Select(features => new BinnedEntropy(2).Of(PointSets.Normals(500, features, 5)).Nats)];
        Assert.Equal(entropies.Order(), entropies);
        Assert.InRange(entropies[0], 0.1, Math.Log(2));
        Assert.InRange(entropies[3], 0.9 * Math.Log(500), Math.Log(500));
        Assert.Equal(Math.Log(500), entropies[4], 0.01);
    }

    [Fact]
    public void TheBinnedEntropyOfALargeRangeIsThatOfASmallOne()
    {
        double[] values = [-1, -0.4, 0.1, 1];
        Assert.Equal(new BinnedEntropy(4).Of(new Points(values, 4, 1)).Nats, new BinnedEntropy(4).Of(new Points([.. values.Select(value => value * 1.7e308)], 4, 1)).Nats);
    }

    private static PointEntropy MatrixEntry(PointSet set)
    {
        using var compute = TestCompute.Open();
        var entropy = new MatrixEntryEntropy(compute, set.Bandwidth, CancellationToken.None).Of(set.Points);
        Assert.Equal(0, compute.LiveMatrices);
        return entropy;
    }
}
