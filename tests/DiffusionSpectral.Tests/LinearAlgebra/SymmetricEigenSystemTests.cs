using Infoscope.Plugins.DiffusionSpectral.LinearAlgebra;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LinearAlgebra;

public sealed class SymmetricEigenSystemTests
{
    // Backward error and loss of orthogonality are a small multiple of n eps.
    private const double RoundingPerRow = 10 * 2.2e-16;

    public static TheoryData<string, int> Matrices => new MatrixTheoryData(["dense", "rank one", "repeated", "graded", "tridiagonal", "zero", "tiny", "huge"], [1, 2, 3, 7, 40, 121]);

    [Theory]
    [MemberData(nameof(Matrices))]
    public void EachVectorIsTheEigenvectorOfItsValue(string kind, int size)
    {
        var matrix = SymmetricMatrices.Of(kind, size);
        var system = SymmetricEigenSystem.Of(matrix, size);
        var tolerance = RoundingPerRow * size * Math.Max(Norm(matrix), double.Epsilon);
        for (var k = 0; k < size; k++)
        {
            for (var row = 0; row < size; row++)
            {
                double product = 0;
                for (var column = 0; column < size; column++) product += matrix[(row * size) + column] * system.Vectors[k][column];
                Assert.Equal(system.Values[k] * system.Vectors[k][row], product, tolerance);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Matrices))]
    public void VectorsAreOrthonormal(string kind, int size)
    {
        var vectors = SymmetricEigenSystem.Of(SymmetricMatrices.Of(kind, size), size).Vectors;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
                Assert.Equal(i == j ? 1 : 0, vectors[i].Zip(vectors[j], (x, y) => x * y).Sum(), RoundingPerRow * size);
        }
    }

    [Theory]
    [MemberData(nameof(Matrices))]
    public void ValuesAscend(string kind, int size)
    {
        var values = SymmetricEigenSystem.Of(SymmetricMatrices.Of(kind, size), size).Values;
        Assert.Equal(values.Order(), values);
    }

    [Fact]
    public void TheSecondDifferenceMatrixHasItsKnownValues()
    {
        const int size = 50;
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            matrix[(i * size) + i] = 2;
            if (i > 0) matrix[(i * size) + i - 1] = matrix[((i - 1) * size) + i] = -1;
        }

        var values = SymmetricEigenSystem.Of(matrix, size).Values;
        for (var k = 0; k < size; k++) Assert.Equal(2 - (2 * Math.Cos((k + 1) * Math.PI / (size + 1))), values[k], RoundingPerRow * size * 4);
    }

    [Fact]
    public void OnlyTheLowerTriangleIsRead()
    {
        double[] whole = [2, 1, 1, 3];
        double[] lower = [2, double.NaN, 1, 3];
        Assert.Equal(SymmetricEigenSystem.Of(whole, 2).Values, SymmetricEigenSystem.Of(lower, 2).Values);
    }

    [Fact]
    public void TheInputIsNotChanged()
    {
        var matrix = SymmetricMatrices.Of("dense", 20);
        var copy = matrix.ToArray();
        _ = SymmetricEigenSystem.Of(matrix, 20);
        Assert.Equal(copy, matrix);
    }

    [Fact]
    public void AnEmptyMatrixHasNoValues() => Assert.Empty(SymmetricEigenSystem.Of([], 0).Values);

    [Fact]
    public void AnElementThatIsNotFiniteIsRefused()
    {
        var failure = Assert.Throws<NumericalFailureException>(() => SymmetricEigenSystem.Of([1, 0, double.NaN, 1], 2));
        Assert.Contains("(1, 0)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongNumberOfElementsIsRefused() => Assert.Throws<ArgumentException>(() => SymmetricEigenSystem.Of([1, 2, 3], 2));

    private static double Norm(double[] matrix)
    {
        var largest = matrix.Max(Math.Abs);
        return largest == 0 ? 0 : largest * Math.Sqrt(matrix.Sum(element => element / largest * (element / largest)));
    }

    private sealed class MatrixTheoryData : TheoryData<string, int>
    {
        public MatrixTheoryData(string[] kinds, int[] sizes)
        {
            foreach (var kind in kinds)
            {
                foreach (var size in sizes) Add(kind, size);
            }
        }
    }
}
