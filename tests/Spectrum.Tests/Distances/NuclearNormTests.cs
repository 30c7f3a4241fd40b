using FsCheck.Xunit;
using Infoscope.Plugins.Spectrum.Distances.Geometry;

namespace Infoscope.Plugins.Spectrum.Tests.Distances;

public sealed class NuclearNormTests
{
    // Each singular value errs by a few n eps of the largest; up to 20 of them.
    private const double Rounding = 1e-12;

    [Property]
    public void ItIsTheSumOfTheSingularValuesThatAMatrixIsMadeOf(int seed)
    {
        var random = new RandomStream((ulong)seed, "nuclear");
        var (rows, columns) = (1 + (int)random.NextBelow(20), 1 + (int)random.NextBelow(20));
        var singular = Enumerable.Range(0, Math.Min(rows, columns)).Select(_ => random.NextBelow(4) switch
        {
            0 => 0.0,
            1 => 1.0,
            2 => Math.Pow(10, -16 * random.NextDouble()),
            _ => random.NextDouble(),
        }).ToArray();
        var matrix = new double[rows * columns];
        for (var k = 0; k < singular.Length; k++) matrix[(k * columns) + k] = singular[k];

        // Reflections from both sides leave singular values as they are.
        for (var times = 0; times < 3; times++)
        {
            var (left, right) = (SentencesOfTokens.Unit(SentencesOfTokens.Normals(rows, random)), SentencesOfTokens.Unit(SentencesOfTokens.Normals(columns, random)));
            for (var row = 0; row < rows; row++)
            {
                var twice = 2 * Enumerable.Range(0, columns).Sum(column => matrix[(row * columns) + column] * right[column]);
                for (var column = 0; column < columns; column++) matrix[(row * columns) + column] -= twice * right[column];
            }

            for (var column = 0; column < columns; column++)
            {
                var twice = 2 * Enumerable.Range(0, rows).Sum(row => matrix[(row * columns) + column] * left[row]);
                for (var row = 0; row < rows; row++) matrix[(row * columns) + column] -= twice * left[row];
            }
        }

        var scale = Math.ScaleB(1, (int)random.NextBelow(1800) - 900);
        Assert.Equal(singular.Sum(), NuclearNorm.Of([.. matrix.Select(value => value * scale)], rows, columns) / scale, Rounding);
    }

    [Fact]
    public void OfZeroItIsZero() => Assert.Equal(0, NuclearNorm.Of(new double[6], 2, 3));

    [Fact]
    public void OfAHilbertMatrixItIsTheTrace()
    {
        const int size = 12;
        double[] hilbert = [.. Enumerable.Range(0, size * size).Select(at => 1.0 / ((at / size) + (at % size) + 1))];
        Assert.Equal(Enumerable.Range(0, size).Sum(i => 1.0 / ((2 * i) + 1)), NuclearNorm.Of(hilbert, size, size), Rounding);
    }
}
