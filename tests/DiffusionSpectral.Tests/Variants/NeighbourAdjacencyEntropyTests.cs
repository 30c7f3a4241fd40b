using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;
using Infoscope.Plugins.DiffusionSpectral.Variants;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Variants;

public sealed class NeighbourAdjacencyEntropyTests
{
    [Fact]
    public void APointIsItsOwnFirstNeighbourAndTiesAreAllTaken()
    {
        // The middle one's second neighbour is a tie.
        using var compute = TestCompute.Open();
        Assert.Equal([1, 1, 0, 1, 1, 1, 0, 1, 1], new NeighbourAdjacencyEntropy(compute, 2, CancellationToken.None).Adjacency(new Points([0, 1, 2], 3, 1)));
    }

    [Fact]
    public void TheEntropyIsThatOfTheModuli()
    {
        // The path of three points with loops: eigenvalues 1, 1 - sqrt 2, 1 + sqrt 2.
        var root = Math.Sqrt(2);
        double[] weights = [1 / (1 + (2 * root)), (root - 1) / (1 + (2 * root)), (root + 1) / (1 + (2 * root))];
        using var compute = TestCompute.Open();
        var entropy = new NeighbourAdjacencyEntropy(compute, 2, CancellationToken.None).Of(new Points([0, 1, 2], 3, 1));
        Assert.Equal(-weights.Sum(weight => weight * Math.Log(weight)), entropy.Nats, 1e-14);
        Assert.Equal(Math.Log(3), entropy.CeilingNats);
    }

    [Fact]
    public void OneNeighbourIsThePointItself()
    {
        using var compute = TestCompute.Open();
        Assert.Equal(Math.Log(40), new NeighbourAdjacencyEntropy(compute, 1, CancellationToken.None).Of(PointSets.Normals(40, 3, 1)).Nats, 1e-14);
    }

    [Fact]
    public void AllPointsAsNeighboursLeaveOneEigenvalue()
    {
        // Those that are 0 are moved by rounding to some 1e-16 of 40.
        using var compute = TestCompute.Open();
        Assert.Equal(0, new NeighbourAdjacencyEntropy(compute, 40, CancellationToken.None).Of(PointSets.Normals(40, 3, 1)).Nats, 1e-12);
    }

    [Property(Arbitrary = [typeof(PointSets)])]
    public void ItIsWithinZeroAndTheLogarithmOfTheNumber(PointSet set)
    {
        using var compute = TestCompute.Open();
        var entropy = new NeighbourAdjacencyEntropy(compute, 1 + (int)(set.Seed % (ulong)set.Count), CancellationToken.None).Of(set.Points);
        Assert.InRange(entropy.Nats, 0, Math.Log(set.Count) + 1e-13);
        Assert.Equal(0, compute.LiveMatrices);
    }

    [Fact]
    public void ManyPointsConvergeToTheTraceAndTheDegree()
    {
        // Large components with many eigenvalues close to 1, which shifts taken as sum and product do not separate.
        const int count = 1000, neighbours = 10;
        using var compute = TestCompute.Open();
        var adjacency = new NeighbourAdjacencyEntropy(compute, neighbours, CancellationToken.None).Adjacency(PointSets.Normals(count, 64, 1));
        var eigenvalues = GeneralEigenvalues.Of(adjacency, count, CancellationToken.None);
        Assert.Equal(count, eigenvalues.Length);
        Assert.Equal(count, eigenvalues.Sum(value => value.Real), 1e-9);

        // Every row sums to the number of neighbours, so that is the largest modulus.
        Assert.Equal(neighbours, eigenvalues.Max(value => value.Magnitude), 1e-11);
    }

    [Fact]
    public void FewerPointsThanNeighboursAreRefusedInOneSentence()
    {
        using var compute = TestCompute.Open();
        var refusal = Assert.Throws<ActivationShapeException>(() => new NeighbourAdjacencyEntropy(compute, 10, CancellationToken.None).Of(PointSets.Normals(9, 3, 1)));
        Assert.Equal("the 10 nearest neighbours of a point, itself among them, are sought among 9 rows; use 10 rows or more, or fewer neighbours.", refusal.Message);
    }
}
