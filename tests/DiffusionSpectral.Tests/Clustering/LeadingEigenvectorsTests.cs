using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Clustering;
using Infoscope.Plugins.DiffusionSpectral.LinearAlgebra;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

public sealed class LeadingEigenvectorsTests
{
    // Residuals are at most 1e-11, and an eigenvalue is nearer than that.
    private const double Tolerance = 1e-11;

    [Theory]
    [InlineData(40, 1)]
    [InlineData(200, 7)]
    [InlineData(1000, 5)]
    public void ThoseOfARingAreCosines(int size, int wanted)
    {
        var ring = Graphs.Ring(size);
        var vectors = Of(ring, wanted);
        for (var i = 0; i < wanted; i++) Assert.Equal(Math.Cos(2 * Math.PI * ((i + 1) / 2) / size), Eigenvalue(ring, vectors, wanted, i), Tolerance);
        AssertOrthonormal(vectors, wanted);
    }

    [Property]
    public void TheyBelongToTheLargestEigenvalues(int seed)
    {
        var random = new RandomStream((ulong)seed, "graph");
        var size = 2 + (int)random.NextBelow(60);
        var wanted = 1 + (int)random.NextBelow(size - 1);
        var dense = Graphs.Random(size, random);
        var matrix = Graphs.FromDense(size, (row, column) => dense[row * size + column]);
        var expected = SymmetricEigenSystem.Of(dense, size).Values;
        var vectors = Of(matrix, wanted);
        for (var i = 0; i < wanted; i++) Assert.Equal(expected[^(i + 1)], Eigenvalue(matrix, vectors, wanted, i), Tolerance);
        AssertOrthonormal(vectors, wanted);
    }

    [Fact]
    public void AMultipleEigenvalueIsFoundAsOftenAsItOccurs()
    {
        // 12 rings of 20: the eigenvalue 1 occurs 12 times.
        var rings = Graphs.FromDense(240, (row, column) => row / 20 == column / 20 && Math.Abs(row - column) is 1 or 19 ? 0.5 : 0);
        var vectors = Of(rings, 12);
        for (var i = 0; i < 12; i++) Assert.Equal(1, Eigenvalue(rings, vectors, 12, i), Tolerance);
        AssertOrthonormal(vectors, 12);
    }

    [Fact]
    public void AnIterationThatDoesNotConvergeFailsInOneSentence()
    {
        var error = Assert.Throws<NumericalFailureException>(() => LeadingEigenvectors.Of(Graphs.Ring(1000), 5, new RandomStream(1, "start"), mostProducts: 20, CancellationToken.None));
        Assert.Matches("^the 5 leading eigenvectors of the reference's graph have residual [0-9.E-]+ after [0-9]+ products; 1E-11 is needed: ask for another number of clusters or more neighbours\\.$", error.Message);
    }

    [Fact]
    public void ACancelledTokenEndsTheIteration()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => LeadingEigenvectors.Of(Graphs.Ring(100), 5, new RandomStream(1, "start"), LeadingEigenvectors.UsualMostProducts, source.Token));
    }

    private static double[] Of(SparseMatrix matrix, int wanted) =>
        LeadingEigenvectors.Of(matrix, wanted, new RandomStream(1, "start"), LeadingEigenvectors.UsualMostProducts, CancellationToken.None);

    private static double Eigenvalue(SparseMatrix matrix, double[] vectors, int wanted, int vector)
    {
        double[] v = [.. Enumerable.Range(0, matrix.Size).Select(row => vectors[row * wanted + vector])];
        var image = new double[matrix.Size];
        matrix.MultiplyLess(v, 1, 1, 0, image);
        var eigenvalue = v.Zip(image, (x, y) => x * y).Sum();
        Assert.True(v.Zip(image, (x, y) => Math.Pow(y - eigenvalue * x, 2)).Sum() <= Tolerance * Tolerance);
        return eigenvalue;
    }

    private static void AssertOrthonormal(double[] vectors, int wanted)
    {
        for (var i = 0; i < wanted; i++)
        {
            for (var j = 0; j <= i; j++) Assert.Equal(i == j ? 1 : 0, vectors.Chunk(wanted).Sum(row => row[i] * row[j]), 1e-13);
        }
    }
}
