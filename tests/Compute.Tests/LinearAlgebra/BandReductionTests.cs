namespace Infoscope.Compute.Tests;

/// <summary>The way over a band, at sizes where values would not take it by themselves but another method can check them.</summary>
public sealed class BandReductionTests
{
    // Around one, two and three blocks of 32, and with tiles of 8 that are not full.
    private static readonly int[] Sizes = [0, 1, 2, 3, 31, 32, 33, 34, 40, 63, 64, 65, 67, 96, 97, 121];

    public static TheoryData<string> Kinds => ["dense", "rank one", "repeated", "graded", "tridiagonal", "zero"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheTridiagonalMatrixHasTheEigenvaluesOfTheWhole(string kind)
    {
        foreach (var size in Sizes)
        {
            var matrix = SymmetricMatrices.Of(kind, size);
            var expected = JacobiRotations.Eigenvalues(matrix);
            var (diagonal, offDiagonal) = Reduce(matrix);
            RootFreeQl.Diagonalize(diagonal, offDiagonal, CancellationToken.None);

            // n roundings to double, times 4 for the reductions and the rotations, as in ComputeConformance; twice, since Jacobi rotations err too.
            var norm = Math.Sqrt(matrix.Elements.Sum(x => x * x));
            var tolerance = 2 * 8 * size * norm / (1L << 53);
            Assert.Equal(size, diagonal.Length);
            foreach (var (wanted, actual) in expected.Zip(diagonal.Order())) Assert.Equal(wanted, actual, tolerance);
        }
    }

    [Fact]
    public void ADiagonalMatrixStaysAsItIs()
    {
        var (diagonal, offDiagonal) = Reduce(Dense.Of(70, 70, (row, column) => row == column ? 1.0 / (row + 1) : 0));
        Assert.Equal(Enumerable.Range(1, 70).Select(k => 1.0 / k), diagonal);
        Assert.All(offDiagonal, coupling => Assert.Equal(0, coupling));
    }

    private static (double[] Diagonal, double[] OffDiagonal) Reduce(Dense matrix)
    {
        using var session = new CpuComputeProvider().Open(new CpuComputeProvider().Probe()[0], Precision.Double);
        using var uploaded = session.Upload(matrix.Elements, matrix.Rows, matrix.Columns);
        using var triangle = LowerTriangle.Read((CpuMatrix)uploaded);
        BandReduction.Apply(triangle, session);
        return BulgeChase.Of(triangle, CancellationToken.None);
    }
}
