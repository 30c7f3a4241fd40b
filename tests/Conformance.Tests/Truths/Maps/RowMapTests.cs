using Infoscope.Conformance.Truths;

namespace Infoscope.Tests.Conformance.Truths.Maps;

public sealed class RowMapTests
{
    // The worst of these inverts a distribution function at 1 - p with p about 1e-3: a rounding of 1e-16 is 1e-13 of it.
    private const double Tolerance = 1e-11;

    private const int Features = 6;

    public static TheoryData<string> Ids => [.. All.Select(map => map.Id)];

    public static TheoryData<string> OfConstantVolume => [.. All.Where(map => map.LogVolumeNats(Features) is not null).Select(map => map.Id)];

    private static IEnumerable<RowMap> All =>
    [
        RowMaps.NormalCdf, RowMaps.HalfCube, RowMaps.Asinh, RowMaps.Wiggly, RowMaps.SlowWiggly, RowMaps.Bimodal, RowMaps.EvenBimodal,
        RowMaps.Orthogonal(Features, 3), RowMaps.Affine(Features, 3), RowMaps.Scaling(0.01), RowMaps.Spiral(0, 4, 2),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheInverseOfTheImageIsTheRow(string id)
    {
        var map = All.Single(map => map.Id == id);
        foreach (var row in Rows(200))
        {
            double[] before = [.. row];
            var image = map.Apply(row);
            Assert.Equal(before, row);
            Assert.Equal(map.OutputFeatures(Features), image.Length);
            AssertNear(row, map.Invert(image));
            Assert.NotEqual(row, image);
        }
    }

    [Fact]
    public void TheSwissRollUnrolls()
    {
        Assert.Equal(2, RowMaps.SwissRoll.OutputFeatures(1));
        for (var i = 0; i <= 100; i++) AssertNear([i / 100.0], RowMaps.SwissRoll.Invert(RowMaps.SwissRoll.Apply([i / 100.0])));
        Assert.Throws<ArgumentException>(() => RowMaps.SwissRoll.OutputFeatures(2));
    }

    [Fact]
    public void OrthogonalMapsAndSpiralsKeepNorms()
    {
        foreach (var row in Rows(50))
        {
            Assert.Equal(Norm(row), Norm(RowMaps.Orthogonal(Features, 3).Apply(row)), 1e-13);
            Assert.Equal(Norm(row), Norm(RowMaps.Spiral(0, 4, 2).Apply(row)), 1e-13);
        }
    }

    [Theory]
    [MemberData(nameof(OfConstantVolume))]
    public void TheVolumeIsThatOfTheDerivatives(string id)
    {
        var map = All.Single(map => map.Id == id);
        // Central differences of step h are off by h^2 times a third derivative, which the spiral has of order 100.
        const double step = 1e-4;
        var jacobian = Enumerable.Range(0, Features).Select(feature =>
        {
            double[] up = [.. Rows(1)[0]], down = [.. up];
            up[feature] += step;
            down[feature] -= step;
            return map.Apply(up).Zip(map.Apply(down), (high, low) => (high - low) / (2 * step)).ToArray();
        }).ToArray();
        Assert.Equal(map.LogVolumeNats(Features)!.Value, LogDeterminant(jacobian), 1e-4);
    }

    [Fact]
    public void TheSameSeedGivesTheSameMapAndAnotherAnother()
    {
        var row = Rows(1)[0];
        Assert.Equal(RowMaps.Orthogonal(Features, 1).Apply(row), RowMaps.Orthogonal(Features, 1).Apply(row));
        Assert.NotEqual(RowMaps.Orthogonal(Features, 1).Apply(row), RowMaps.Orthogonal(Features, 2).Apply(row));
        Assert.NotEqual(RowMaps.Affine(Features, 1).Apply(row), RowMaps.Affine(Features, 2).Apply(row));
    }

    [Fact]
    public void RowsOfOtherFeaturesAreRefused()
    {
        Assert.Throws<ArgumentException>(() => RowMaps.Orthogonal(3, 1).OutputFeatures(4));
        Assert.Throws<ArgumentException>(() => RowMaps.Affine(3, 1).OutputFeatures(4));
        Assert.Throws<ArgumentException>(() => RowMaps.Spiral(0, 4, 1).OutputFeatures(4));
        Assert.Throws<ArgumentException>(() => RowMaps.Spiral(1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowMaps.Scaling(0));
    }

    private static double[][] Rows(int count) => EntropyTasks.Normal(Features).Draw(count, seed: 4).Rows;

    private static double Norm(double[] row) => Math.Sqrt(row.Sum(x => x * x));

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], Tolerance);
    }

    private static double LogDeterminant(double[][] matrix)
    {
        double sum = 0;
        for (var pivot = 0; pivot < matrix.Length; pivot++)
        {
            var largest = Enumerable.Range(pivot, matrix.Length - pivot).MaxBy(row => Math.Abs(matrix[row][pivot]));
            (matrix[pivot], matrix[largest]) = (matrix[largest], matrix[pivot]);
            sum += Math.Log(Math.Abs(matrix[pivot][pivot]));
            for (var row = pivot + 1; row < matrix.Length; row++)
            {
                var factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (var column = pivot; column < matrix.Length; column++) matrix[row][column] -= factor * matrix[pivot][column];
            }
        }

        return sum;
    }
}
