namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(50)]
    [InlineData(129)]
    public void APathGraphHasTheSpectrumOfItsClosedForm(int size)
    {
        var laplacian = Dense.Of(size, size, (row, column) => row == column ? Degree(row, size) : Math.Abs(row - column) == 1 ? -1 : 0);
        AssertSpectrum(laplacian, [.. Enumerable.Range(0, size).Select(k => 2 - (2 * Math.Cos(Math.PI * k / size)))], norm: 4);

        // The adjacency matrix has nothing on its diagonal.
        var adjacency = Dense.Of(size, size, (row, column) => Math.Abs(row - column) == 1 ? 1 : 0);
        AssertSpectrum(adjacency, [.. Enumerable.Range(1, size).Select(k => 2 * Math.Cos(Math.PI * k / (size + 1)))], norm: 2);
    }

    [Fact]
    public void ADiagonalMatrixHasItsDiagonalInAscendingOrder()
    {
        double[] diagonal = [3, -1, 0, 0, 1e30, 1e-30f, -2, 3];
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            var expected = diagonal.Select(number => precision == Precision.Single ? (float)number : number).Order();
            Assert.Equal(expected, Eigenvalues(precision, Dense.Of(8, 8, (row, column) => row == column ? diagonal[row] : 0)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void AMatrixOfRankOneHasOneEigenvalueThatIsNotZero(int size)
    {
        // Integers: exact in single.
        var matrix = Dense.Of(size, size, (row, column) => ((row % 5) + 1) * ((column % 5) + 1));
        var squaredLength = Enumerable.Range(0, size).Sum(row => Math.Pow((row % 5) + 1, 2));
        AssertSpectrum(matrix, [.. new double[size - 1], squaredLength], norm: squaredLength);
    }

    [Fact]
    public void ZeroAndIdentityAreTheirOwnSpectra()
    {
        AssertSpectrum(new Dense(6, 6), new double[6], norm: 0);
        AssertSpectrum(Dense.Of(6, 6, (row, column) => row == column ? 1 : 0), [1, 1, 1, 1, 1, 1], norm: 0);
    }

    [Theory]
    [InlineData(600, 8)]
    [InlineData(600, 12)]
    [InlineData(1000, 2)]
    [InlineData(1000, 4)]
    public void AKernelOfWhichMostEigenvaluesAreRoundingConverges(int size, double twiceSquaredBandwidth)
    {
        var random = new RandomStream(0, "smooth kernel");
        var points = Dense.Of(size, 3, (_, _) => (float)random.NextNormal());
        // The mean squared distance is 6: the kernel is smooth, and some hundred eigenvalues lie below 1e-16.
        var kernel = Dense.Of(size, size, (row, column) => Math.Exp(-Enumerable.Range(0, 3).Sum(k => Math.Pow(points[row, k] - points[column, k], 2)) / twiceSquaredBandwidth));
        var eigenvalues = Eigenvalues(Precision.Double, kernel);
        var tolerance = SpectrumTolerance(size, eigenvalues[^1]);
        Assert.Equal(size, eigenvalues.Sum(), size * tolerance);
        Assert.Equal(kernel.Elements.Sum(element => element * element), eigenvalues.Sum(value => value * value), 2 * size * eigenvalues[^1] * tolerance);
        Assert.InRange(eigenvalues[0], -tolerance, tolerance);
        Assert.Equal(eigenvalues, EigenSystem(Precision.Double, kernel).Values, (one, other) => Math.Abs(one - other) <= tolerance);
    }

    [Fact]
    public void TheNearlyEqualPairOfWilkinsonsMatrixIsFound()
    {
        // Wilkinson, The Algebraic Eigenvalue Problem, W21+: the two largest agree to 15 figures.
        var eigenvalues = Eigenvalues(Precision.Double, Dense.Of(21, 21, (row, column) => row == column ? Math.Abs(row - 10) : Math.Abs(row - column) == 1 ? 1 : 0));
        Assert.Equal(10.746194182903393, eigenvalues[20], tolerance: SpectrumTolerance(21, 11));
        Assert.Equal(10.746194182903322, eigenvalues[19], tolerance: SpectrumTolerance(21, 11));
        Assert.Equal(-1.125441522119985, eigenvalues[0], tolerance: SpectrumTolerance(21, 11));
    }

    [Fact]
    public void HilbertsMatrixHasItsTraceAndDeterminant()
    {
        const int size = 5;
        const double determinant = 1 / 266_716_800_000.0;
        var matrix = Dense.Of(size, size, (row, column) => 1.0 / (row + column + 1));
        var eigenvalues = Eigenvalues(Precision.Double, matrix);
        Assert.Equal(Enumerable.Range(0, size).Sum(k => matrix[k, k]), eigenvalues.Sum(), tolerance: size * SpectrumTolerance(size, 1.6));
        var relative = eigenvalues.Sum(value => SpectrumTolerance(size, 1.6) / value);
        Assert.Equal(determinant, eigenvalues.Aggregate(1.0, (product, value) => product * value), tolerance: 2 * determinant * relative);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(64)]
    public void DenseSpectraAgreeWithJacobiRotations(int size)
    {
        var random = Dense.Random(size, size, seed: 61);
        var symmetric = Dense.Of(size, size, (row, column) => random[Math.Max(row, column), Math.Min(row, column)]);
        AssertSpectrum(symmetric, JacobiRotations.Eigenvalues(symmetric), norm: Math.Sqrt(symmetric.Elements.Sum(x => x * x)));
    }

    [Theory]
    [InlineData(Precision.Single, 120)]
    [InlineData(Precision.Single, -125)]
    [InlineData(Precision.Single, -149)]
    [InlineData(Precision.Double, 1018)]
    [InlineData(Precision.Double, -1000)]
    [InlineData(Precision.Double, -1074)]
    public void HugeAndTinyMatricesHaveScaledSpectra(Precision precision, int exponent)
    {
        // Eigenvalues 0, 1 and 3, doubled once by mixing in a fourth row that stands alone.
        var matrix = new Dense(4, 4, [1, -1, 0, 0, -1, 2, -1, 0, 0, -1, 1, 0, 0, 0, 0, 3]);
        var eigenvalues = Eigenvalues(precision, matrix.Map(number => Math.ScaleB(number, exponent)));
        double[] expected = [0, 1, 3, 3];
        for (var i = 0; i < 4; i++)
            Assert.Equal(Math.ScaleB(expected[i], exponent), eigenvalues[i], tolerance: Math.ScaleB(SpectrumTolerance(4, 3), exponent));
    }

    [Fact]
    public void CouplingsWhoseSquaresVanishDisturbNothing()
    {
        var tiny = Math.ScaleB(1, -600);
        var matrix = Dense.Of(5, 5, (row, column) => row == column ? row : tiny);
        AssertSpectrum(Precision.Double, matrix, [0, 1, 2, 3, 4], norm: 4);
        AssertSpectrum(Precision.Double, Dense.Of(5, 5, (row, column) => row + column == 0 ? 1 : row == column ? 0 : tiny), [0, 0, 0, 0, 1], norm: 1);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void OnlyTheLowerTriangleOfASymmetricMatrixIsRead(Precision precision)
    {
        var eigenvalues = Eigenvalues(precision, new Dense(2, 2, [2, double.NaN, 1, 2]));
        Assert.Equal(1, eigenvalues[0], tolerance: SpectrumTolerance(2, 3));
        Assert.Equal(3, eigenvalues[1], tolerance: SpectrumTolerance(2, 3));
    }

    [Theory]
    [InlineData(45, "equal", 0)]
    [InlineData(45, "graded", 0)]
    [InlineData(300, "clustered", -150)]
    [InlineData(300, "graded", 150)]
    [InlineData(1100, "equal", 0)]
    [InlineData(1100, "rank one", 150)]
    [InlineData(1100, "clustered", 0)]
    [InlineData(1100, "graded", -150)]
    [InlineData(1100, "zero", 0)]
    public void AReflectedDiagonalMatrixHasItsDiagonal(int size, string kind, int decimalExponent)
    {
        var scale = Math.Pow(10, decimalExponent);
        double[] spectrum = [.. Enumerable.Range(0, size).Select(k => scale * kind switch
        {
            "equal" => 1,
            "rank one" => k == 0 ? 1 : 0,
            "clustered" => (k % 3) + (1e-13 * k),
            "graded" => Math.Pow(10, -30.0 * k / size) * (k % 2 == 0 ? 1 : -1),
            "zero" => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of spectrum."),
        })];

        // H D H with H = I - 2 u u' for a unit vector u, whose elements are all of one order.
        var random = new Random(size);
        double[] u = [.. Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.5)];
        var length = Math.Sqrt(u.Sum(x => x * x));
        u = [.. u.Select(x => x / length)];
        var middle = Enumerable.Range(0, size).Sum(k => u[k] * u[k] * spectrum[k]);
        var matrix = Dense.Of(size, size, (i, j) => (i == j ? spectrum[i] : 0) - (2 * u[i] * u[j] * (spectrum[i] + spectrum[j] - (2 * middle))));
        AssertSpectrum(Precision.Double, matrix, spectrum, norm: 3 * scale);
    }

    private static int Degree(int node, int size) => size == 1 ? 0 : node == 0 || node == size - 1 ? 1 : 2;

    /// <summary>The error that a backward stable method may make: n roundings to double, times 4 for the reduction and the rotations.</summary>
    private static double SpectrumTolerance(int size, double norm) => 8 * size * norm * DoubleUnit;

    private double[] Eigenvalues(Precision precision, Dense matrix)
    {
        using var session = Open(precision);
        using var uploaded = Upload(session, matrix);
        var eigenvalues = session.SymmetricEigenvalues(uploaded);
        AssertSameBits(matrix.Elements.Select(x => precision == Precision.Single ? (float)x : x), Download(session, uploaded).Elements);
        return eigenvalues;
    }

    private void AssertSpectrum(Dense matrix, double[] expected, double norm)
    {
        AssertSpectrum(Precision.Single, matrix, expected, norm);
        AssertSpectrum(Precision.Double, matrix, expected, norm);
    }

    private void AssertSpectrum(Precision precision, Dense matrix, double[] expected, double norm)
    {
        var eigenvalues = Eigenvalues(precision, matrix);
        Assert.Equal(expected.Length, eigenvalues.Length);
        Assert.Equal(eigenvalues.Order(), eigenvalues);
        foreach (var (wanted, actual) in expected.Order().Zip(eigenvalues)) Assert.Equal(wanted, actual, tolerance: SpectrumTolerance(matrix.Rows, norm));
    }
}
