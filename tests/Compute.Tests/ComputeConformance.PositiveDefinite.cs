namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(70)]
    [InlineData(128)]
    [InlineData(133)]
    public void TheCholeskyFactorTimesItsTransposeIsTheMatrix(int size)
    {
        var matrix = Dense.RandomSpd(size, seed: 51);
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            var factor = Run(precision, (session, m) => session.Cholesky(m[0]), matrix);
            for (var row = 0; row < size; row++)
            {
                Assert.All(factor.Row(row)[(row + 1)..], number => Assert.Equal(0, number));
                Assert.True(factor[row, row] > 0);
            }

            // Higham, Accuracy and Stability of Numerical Algorithms, theorem 10.3: n + 1 units of |L||L'|; the product here adds n, storing L two roundings.
            var magnitudes = factor.Map(Math.Abs).Times(factor.Map(Math.Abs).Transposed());
            AssertClose(
                matrix,
                factor.Times(factor.Transposed()),
                (row, column) => magnitudes[row, column] * ((2.1 * (size + 1) * DoubleUnit) + (2.1 * Unit(precision))));
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void ASmallCholeskyFactorIsKnown(Precision precision)
    {
        var factor = Run(precision, (session, m) => session.Cholesky(m[0]), new Dense(2, 2, [4, 2, 2, 3]));
        AssertClose(new Dense(2, 2, [2, 0, 1, Math.Sqrt(2)]), factor, (_, _) => 2 * Unit(precision));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(37)]
    [InlineData(100)]
    [InlineData(700)]
    public void TheSecondDifferenceMatrixHasDeterminantOneMoreThanItsSize(int size)
    {
        // Each pivot is (k+1)/k and at least 1. Its rounding errors are passed on unamplified, so the logarithm errs by a few units per row.
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            using var session = Open(precision);
            using var matrix = Upload(session, SecondDifference(size));
            Assert.Equal(Math.Log(size + 1), session.LogDeterminantSpd(matrix), tolerance: ((4.0 * size * size) + 4) * DoubleUnit);
        }
    }

    [Theory]
    [InlineData(Precision.Single, 126)]
    [InlineData(Precision.Single, -140)]
    [InlineData(Precision.Double, 1021)]
    [InlineData(Precision.Double, -960)]
    public void DeterminantsBeyondTheRangeOfADoubleHaveLogarithms(Precision precision, int exponent)
    {
        using var session = Open(precision);
        using var matrix = Upload(session, SecondDifference(20).Map(number => Math.ScaleB(number, exponent)));
        var expected = Math.Log(21) + (20 * exponent * Math.Log(2));
        Assert.Equal(expected, session.LogDeterminantSpd(matrix), tolerance: Math.Abs(expected) * 100 * DoubleUnit);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(1, 1)]
    [InlineData(8, 5)]
    [InlineData(33, 9)]
    [InlineData(64, 33)]
    [InlineData(130, 1)]
    [InlineData(101, 70)]
    public void ASolutionSolvesItsEquations(int size, int columns)
    {
        var (matrix, right) = (Dense.RandomSpd(size, seed: 52), Dense.Random(size, columns, seed: 53));
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            var solution = Run(precision, (session, m) => session.SolveSpd(m[0], m[1]), matrix, right);

            // Higham, theorem 10.4: the residual is at most 3n + 1 units of |L||L'||x|, and each element of |L||L'| is at most the root of two diagonal ones.
            var bound = Dense.Of(size, size, (row, column) => Math.Sqrt(matrix[row, row] * matrix[column, column])).Times(solution.Map(Math.Abs));
            AssertClose(
                right,
                matrix.Times(solution),
                (row, column) => (1.1 * bound[row, column] * (((4 * size) + 2) * DoubleUnit)) + (1.1 * bound[row, column] * Unit(precision)) + DoubleUnit);
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void AMatrixThatIsNotPositiveDefiniteIsRefusedWithPivotValueAndRemedy(Precision precision)
    {
        using var session = Open(precision);
        using var matrix = session.Upload([1.0, 0, 0, 0, 1, 2, 0, 2, 1], 3, 3);
        using var right = session.Upload([1.0, 1, 1], 3, 1);
        foreach (var operation in new Action[] { () => session.Cholesky(matrix), () => session.LogDeterminantSpd(matrix), () => session.SolveSpd(matrix, right) })
        {
            var message = Assert.Throws<NumericalFailureException>(operation).Message;
            Assert.Contains("pivot 2 is -3", message);
            Assert.Contains("add a ridge", message);
        }

        Assert.Equal(2, session.LiveMatrices);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void ADiagonalElementThatIsNotPositiveIsRefused(double element)
    {
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            using var session = Open(precision);
            using var matrix = session.Upload([element], 1, 1);
            Assert.Contains("pivot 0", Assert.Throws<NumericalFailureException>(() => session.LogDeterminantSpd(matrix)).Message);
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void OnlyTheLowerTriangleOfAPositiveDefiniteMatrixIsRead(Precision precision)
    {
        var matrix = new Dense(2, 2, [4, double.NaN, 2, 3]);
        Assert.Equal([2, 0, 1], Run(precision, (session, m) => session.Cholesky(m[0]), matrix).Elements[..3]);
        using var session = Open(precision);
        using var lower = Upload(session, matrix);
        Assert.Equal(Math.Log(8), session.LogDeterminantSpd(lower), tolerance: 10 * DoubleUnit);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void FactorsAndEigenvaluesOfWhatIsNotFiniteAreRefused(double bad)
    {
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            using var session = Open(precision);
            using var matrix = session.Upload([1, 0, bad, 1], 2, 2);
            foreach (var operation in new Action[] { () => session.Cholesky(matrix), () => session.LogDeterminantSpd(matrix), () => session.SymmetricEigenvalues(matrix), () => session.SymmetricEigenSystem(matrix, out _) })
                Assert.Contains("(1, 0)", Assert.Throws<NumericalFailureException>(operation).Message);
        }
    }

    /// <summary>2 on the diagonal, -1 beside it.</summary>
    private static Dense SecondDifference(int size) => Dense.Of(size, size, (row, column) => row == column ? 2 : Math.Abs(row - column) == 1 ? -1 : 0);
}
