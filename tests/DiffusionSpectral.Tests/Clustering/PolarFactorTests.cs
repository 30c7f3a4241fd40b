using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Clustering;
using Infoscope.Plugins.DiffusionSpectral.LinearAlgebra;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

public sealed class PolarFactorTests
{
    // Rotations of length-1 columns round by a few eps each, some sweeps long.
    private const double Rounding = 1e-12;

    [Fact]
    public void OfARotationTimesAPositiveDiagonalItIsTheRotation()
    {
        var (cosine, sine) = (Math.Cos(0.3), Math.Sin(0.3));
        var factor = PolarFactor.Of([5 * cosine, -2 * sine, 5 * sine, 2 * cosine], 2);
        foreach (var (expected, actual) in new[] { cosine, -sine, sine, cosine }.Zip(factor)) Assert.Equal(expected, actual, Rounding);
    }

    [Property]
    public void ItIsOrthogonalAndLeavesASymmetricPositiveFactor(int seed)
    {
        var random = new RandomStream((ulong)seed, "polar");
        var size = 1 + (int)random.NextBelow(20);
        double[] matrix = [.. Enumerable.Range(0, size * size).Select(_ => random.NextNormal())];
        var factor = PolarFactor.Of(matrix, size);
        var identity = TransposedTimes(factor, factor, size);
        var stretch = TransposedTimes(factor, matrix, size);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                Assert.Equal(i == j ? 1 : 0, identity[i * size + j], Rounding);
                Assert.Equal(stretch[i * size + j], stretch[j * size + i], size * Rounding);
            }
        }

        Assert.True(SymmetricEigenSystem.Of(stretch, size).Values[0] >= -size * Rounding);
    }

    private static double[] TransposedTimes(double[] left, double[] right, int size) =>
        [.. Enumerable.Range(0, size * size).Select(at => Enumerable.Range(0, size).Sum(k => left[k * size + at / size] * right[k * size + at % size]))];
}
