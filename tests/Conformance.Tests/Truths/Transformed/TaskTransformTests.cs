using Infoscope.Conformance.Truths;

namespace Infoscope.Tests.Conformance.Truths.Transformed;

public sealed class TaskTransformTests
{
    [Fact]
    public void NoiseKeepsTheTruthAndSaysSo()
    {
        var simplex = LabelTasks.Simplex(4, 2);
        var noisy = simplex.WithNoise(60);
        Assert.Equal("simplex-k4-a2+noise60", noisy.Id);
        Assert.Equal(64, noisy.Features);
        Assert.Equal(simplex.Truth.Value, noisy.Truth.Value);
        Assert.Equal($"{simplex.Truth.Derivation}; unchanged by 60 independent features", noisy.Truth.Derivation);
    }

    [Fact]
    public void NoiseKeepsTheRowsBeforeIt()
    {
        var simplex = LabelTasks.Simplex(4, 2);
        var (before, after) = (simplex.Draw(30, 9), simplex.WithNoise(5).Draw(30, 9));
        Assert.Equal(before.Rows, after.Rows.Select(row => row[..4]));
        Assert.Equal(before.Labels, after.Labels);
    }

    [Fact]
    public void AMapKeepsTheTruthAndMapsTheRows()
    {
        var xor = LabelTasks.Xor(1.5);
        var map = RowMaps.Orthogonal(2, 8);
        var rotated = xor.Mapped(map);
        Assert.Equal("xor-a1.5+rotated", rotated.Id);
        Assert.Equal(xor.Truth.Value, rotated.Truth.Value);
        Assert.EndsWith("; unchanged by a random orthogonal map of the rows", rotated.Truth.Derivation);
        Assert.Equal(xor.Draw(30, 2).Rows.Select(row => map.Apply(row)), rotated.Draw(30, 2).Rows);
    }

    [Fact]
    public void ADifferentialEntropyGrowsByTheVolume()
    {
        var scaled = EntropyTasks.Normal(3).Mapped(RowMaps.Scaling(2));
        Assert.Equal(EntropyTasks.Normal(3).Truth.Value.Nats + (3 * Math.Log(2)), scaled.Truth.Value.Nats, 1e-14);
        Assert.Contains("plus ln |det J| = 2.079", scaled.Truth.Derivation);
        Assert.Throws<ArgumentException>(() => EntropyTasks.Normal(3).Mapped(RowMaps.Asinh));
    }

    [Fact]
    public void ADiscreteEntropyIsKeptByAnyMap()
    {
        var symbols = DiscreteTasks.Uniform(10);
        Assert.Equal(symbols.Truth.Value, symbols.Mapped(RowMaps.Asinh).Truth.Value);
    }

    [Fact]
    public void TruthsOfAProductAdd()
    {
        var (left, right) = (LabelTasks.TwoGaussians(2), LabelTasks.CategoryUniform(3));
        var product = left.Times(right);
        Assert.Equal("two-gaussians-delta-2+times-category-uniform-m3", product.Id);
        Assert.Equal(left.Truth.Value.Nats + right.Truth.Value.Nats, product.Truth.Value.Nats, 1e-15);
        Assert.Equal(TruthSource.Quadrature, product.Truth.Source);
        Assert.Equal((2, 6), (product.Features, product.LabelCount));
    }

    [Fact]
    public void TheFactorsOfASquareAreDrawnApart()
    {
        var sample = LabelTasks.CategoryUniform(3).Times(LabelTasks.CategoryUniform(3)).Draw(100, 1);
        Assert.NotEqual(sample.Rows.Select(row => row[0]), sample.Rows.Select(row => row[1]));
        Assert.Contains(sample.Labels, label => label / 3 != label % 3);
    }

    [Fact]
    public void PairsMultiplyAndMapOnBothSides()
    {
        var pair = PairTasks.Gaussian(0.75);
        var both = pair.Times(PairTasks.AdditiveUniform(0.1)).MappedBoth(RowMaps.Orthogonal(2, 1), RowMaps.Affine(2, 1));
        Assert.Equal("gaussian-pair-0.75+times-additive-uniform-0.1+rotated-affine", both.Id);
        Assert.Equal((2, 2), (both.Features, both.ReferenceFeatures));
        // Four standard errors of a mean over its draws.
        var drawn = both.ByMonteCarlo(4000, seed: 1);
        Assert.Equal(pair.Truth.Value.Nats + PairTasks.AdditiveUniform(0.1).Truth.Value.Nats, drawn.Value.Nats, 4 * drawn.Error.Nats);
    }

    [Fact]
    public void RolesAndRemarksAreKept()
    {
        Assert.Equal(TaskRole.Null, LabelTasks.Independent(2, 1).WithNoise(3).Mapped(RowMaps.Scaling(2)).Role);
        Assert.Equal(TaskRole.Null, LabelTasks.Independent(2, 1).Times(LabelTasks.Independent(3, 1)).Role);
        Assert.Equal(TaskRole.Measure, LabelTasks.Independent(2, 1).Times(LabelTasks.Cells(3, 1)).Role);
        Assert.Equal(LabelTasks.Xor(1).Remark, LabelTasks.Xor(1).WithNoise(1).Remark);
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Throws<ArgumentException>(() => LabelTasks.Xor(1).Mapped(RowMaps.Orthogonal(3, 1)));
        Assert.Throws<ArgumentException>(() => LabelTasks.Xor(1).MappedBoth(RowMaps.Asinh, RowMaps.Asinh));
        Assert.Throws<ArgumentException>(() => LabelTasks.Xor(1).Times(PairTasks.Gaussian(0.5)));
        Assert.Throws<ArgumentException>(() => EntropyTasks.Normal(1).Times(DiscreteTasks.Uniform(2)));
        Assert.Throws<ArgumentException>(() => EntropyTasks.Normal(1).WithNoise(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelTasks.Xor(1).WithNoise(0));
    }
}
