using FsCheck.Xunit;
using Infoscope.Plugins.Spectrum.Renyi;

namespace Infoscope.Plugins.Spectrum.Tests.Renyi;

/// <summary>What holds of the entropies of kernels that are 1 on their diagonal.</summary>
public sealed class MatrixEntropyLaws
{
    // At order one half the sum of roots amplifies the rounding of eigenvalues near 0, 1e-16, to 1e-8 each.
    private const double Rounding = 1e-12, RoundingOfRoots = 1e-6;

    private static readonly double[] Orders = [0.5, 0.99, 1, 1.01, 2, 5, 300];

    [Property]
    public void TheJointEntropyIsAtLeastEitherAtEveryOrder(ushort seed, byte rows)
    {
        var (one, other, joint) = Pair(seed, rows);
        foreach (var order in Orders)
        {
            var (a, b, both) = (Nats(one, order), Nats(other, order), Nats(joint, order));
            Assert.True(both >= Math.Max(a, b) - ToleranceOf(order), $"order {order}: joint {both}, parts {a} and {b}");
            Assert.InRange(both, 0 - ToleranceOf(order), Math.Log(Side(one)) + ToleranceOf(order));
        }
    }

    [Property]
    public void EntropyFallsWithTheOrderAndTendsToVonNeumanns(ushort seed, byte rows)
    {
        var (one, _, _) = Pair(seed, rows);
        var falling = Orders.Select(order => Nats(one, order)).ToArray();
        for (var i = 1; i < falling.Length; i++) Assert.True(falling[i] <= falling[i - 1] + RoundingOfRoots, $"{falling[i]} at {Orders[i]} above {falling[i - 1]}");
        // The slope at order 1 is minus half the variance of -ln p, at most (ln n)^2 and 1/4 of it for more than a few.
        var at = Nats(one, 1);
        foreach (var step in new[] { 1e-3, 1e-6, 1e-9 })
        {
            var bound = step * (1 + Math.Pow(Math.Log(Side(one)), 2));
            Assert.Equal(at, Nats(one, 1 + step), bound);
            Assert.Equal(at, Nats(one, 1 - step), bound);
        }
    }

    /// <summary>Order 1.01 is a common stand-in for von Neumann's, whose information is at least 0.</summary>
    [Property(MaxTest = 300)]
    public void InformationAtOrderOneIsAtLeastZeroAndAtOrderOnePointZeroOneNearlySo(ushort seed, byte rows)
    {
        var (one, other, joint) = Pair(seed, rows);
        double Information(double order) => Nats(one, order) + Nats(other, order) - Nats(joint, order);
        Assert.True(Information(1) >= -Rounding, $"{Information(1)}");
        Assert.True(Information(1.01) >= -1e-5, $"{Information(1.01)}");
    }

    [Property]
    public void AtOrderTwoSquaresOfElementsGiveWhatEigenvaluesGive(ushort seed, byte rows)
    {
        var (one, _, joint) = Pair(seed, rows);
        using var compute = RenyiRun.OpenCompute();
        var entropy = new MatrixEntropy(compute, 2);
        foreach (var matrix in new[] { one, joint }) Assert.Equal(entropy.OfEigenvaluesNats(matrix, Side(matrix)), MatrixEntropy.OfSquaresNats(matrix), Rounding);
    }

    [Property]
    public void TheEntropyOfADirectSumFollowsFromItsParts(ushort seed, byte rows)
    {
        var (one, other, _) = Pair(seed, rows);
        var (left, right) = (Side(one), Side(other));
        var sum = new double[(left + right) * (left + right)];
        for (var i = 0; i < left; i++) one.AsSpan(i * left, left).CopyTo(sum.AsSpan(i * (left + right)));
        for (var i = 0; i < right; i++) other.AsSpan(i * right, right).CopyTo(sum.AsSpan(((left + i) * (left + right)) + left));
        using var compute = RenyiRun.OpenCompute();
        foreach (var order in Orders)
        {
            double[] parts = [Nats(one, order), Nats(other, order)];
            Assert.Equal(Nats(sum, order), new MatrixEntropy(compute, order).OfSumNats([left / (double)(left + right), right / (double)(left + right)], parts), ToleranceOf(order));
        }
    }

    [Fact]
    public void ASumOfManyMatricesDoesNotUnderflowAtAHighOrder()
    {
        using var compute = RenyiRun.OpenCompute();
        Assert.Equal(Math.Log(64), new MatrixEntropy(compute, 1000).OfSumNats([.. Enumerable.Repeat(1.0 / 64, 64)], new double[64]), 1e-12);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void AMatrixOfRankOneHasNoEntropyAndNoNegativeZero(double order)
    {
        var nats = Nats([1, 1, 1, 1], order);
        Assert.Equal(0, nats, Rounding);
        Assert.False(nats == 0 && double.IsNegative(nats));
    }

    private static double ToleranceOf(double order) => order < 0.9 ? RoundingOfRoots : Rounding;

    private static double Nats(double[] matrix, double order)
    {
        using var compute = RenyiRun.OpenCompute();
        return new MatrixEntropy(compute, order).OfMatrixNats(matrix, Side(matrix));
    }

    private static int Side(double[] matrix) => (int)Math.Sqrt(matrix.Length);

    /// <summary>A Gaussian kernel of some rows, the cosines of others, and their product element by element.</summary>
    private static (double[] One, double[] Other, double[] Joint) Pair(ushort seed, byte rows)
    {
        var count = 2 + (rows % 14);
        var (left, right) = (RenyiRun.Normals(count, 1 + (seed % 4), seed), RenyiRun.Normals(count, 1 + (seed % 3), seed + 70000UL));
        var (one, other, joint) = (new double[count * count], new double[count * count], new double[count * count]);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                var place = (i * count) + j;
                one[place] = Math.Exp(-left[i].Zip(left[j], (x, y) => (x - y) * (x - y)).Sum() / 2);
                other[place] = i == j ? 1 : Dot(right[i], right[j]) / Math.Sqrt(Dot(right[i], right[i]) * Dot(right[j], right[j]));
                joint[place] = one[place] * other[place];
            }
        }

        return (one, other, joint);
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();
}
