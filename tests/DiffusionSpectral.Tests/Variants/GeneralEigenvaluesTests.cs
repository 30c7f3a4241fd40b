using System.Numerics;
using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;
using Infoscope.Plugins.DiffusionSpectral.Variants;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Variants;

public sealed class GeneralEigenvaluesTests
{
    private const double Epsilon = 1.0 / (1L << 52);

    [Fact]
    public void ARotationHasAConjugatePair()
    {
        var values = Sorted([0, -2, 2, 0], 2);
        Assert.Equal([new Complex(0, -2), new Complex(0, 2)], values);
    }

    [Fact]
    public void ACycleHasTheRootsOfUnity()
    {
        // Every shift of the usual kind is 0 here: only another one breaks the cycle.
        const int size = 12;
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++) matrix[(i * size) + ((i + 1) % size)] = 1;
        var values = GeneralEigenvalues.Of(matrix, size, CancellationToken.None);
        Assert.Equal(size, values.Length);
        for (var i = 0; i < size; i++)
        {
            var root = Complex.FromPolarCoordinates(1, 2 * Math.PI * i / size);
            Assert.InRange(values.Min(value => (value - root).Magnitude), 0, 100 * Epsilon);
        }
    }

    [Fact]
    public void ATriangularMatrixHasItsDiagonalToTheBit()
    {
        // A defective one, which rounding would scatter by a root of itself.
        const int size = 30;
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = i; j < size; j++) matrix[(i * size) + j] = 1;
        }

        Assert.All(GeneralEigenvalues.Of(matrix, size, CancellationToken.None), value => Assert.Equal(Complex.One, value));
    }

    [Property]
    public void ASymmetricMatrixHasTheEigenvaluesOfTheSymmetricSolver(ulong seed)
    {
        var random = new RandomStream(seed, "symmetric");
        var size = 1 + (int)random.NextBelow(40);
        var matrix = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++) matrix[i, j] = matrix[j, i] = random.NextNormal();
        }

        var expected = Definition.Eigenvalues(matrix);
        var values = Sorted([.. matrix.Cast<double>()], size);
        var tolerance = 10 * size * Epsilon * Norm(matrix.Cast<double>());
        for (var i = 0; i < size; i++)
        {
            Assert.InRange(Math.Abs(values[i].Real - expected[i]), 0, tolerance);

            // A pair closer than rounding may come out conjugate, apart by the root of it.
            Assert.InRange(Math.Abs(values[i].Imaginary), 0, Math.Sqrt(tolerance));
        }
    }

    [Property]
    public void TracesOfPowersAreThoseOfTheMatrix(ulong seed)
    {
        var random = new RandomStream(seed, "general");
        var size = 1 + (int)random.NextBelow(60);
        double[] matrix = [.. Enumerable.Range(0, size * size).Select(_ => random.NextBelow(3) == 0 ? random.NextNormal() : 0)];
        var values = GeneralEigenvalues.Of(matrix, size, CancellationToken.None);
        double trace = 0, traceOfSquare = 0;
        for (var i = 0; i < size; i++)
        {
            trace += matrix[(i * size) + i];
            for (var j = 0; j < size; j++) traceOfSquare += matrix[(i * size) + j] * matrix[(j * size) + i];
        }

        // Both traces are continuous however defective the matrix is: its error times sqrt n, and times twice its norm.
        var norm = Norm(matrix);
        var error = 10 * size * Epsilon * norm;
        var (sum, squares) = (values.Aggregate(Complex.Zero, (a, b) => a + b), values.Aggregate(Complex.Zero, (a, b) => a + (b * b)));
        Assert.InRange((sum - trace).Magnitude, 0, error * Math.Sqrt(size));
        Assert.InRange((squares - traceOfSquare).Magnitude, 0, 2 * error * norm);
    }

    [Fact]
    public void ACancelledReductionStops() =>
        Assert.Throws<OperationCanceledException>(() => GeneralEigenvalues.Of([1, 1, 1, 1], 2, new CancellationToken(canceled: true)));

    private static Complex[] Sorted(double[] matrix, int size) =>
        [.. GeneralEigenvalues.Of(matrix, size, CancellationToken.None).OrderBy(value => value.Real).ThenBy(value => value.Imaginary)];

    private static double Norm(IEnumerable<double> matrix) => Math.Sqrt(matrix.Sum(value => value * value));
}
