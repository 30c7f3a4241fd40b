using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Kernels;

public sealed class MedianDistanceTests
{
    [Property(Arbitrary = [typeof(PointSets)])]
    public void ItIsTheMiddleOfTheSortedDistances(PointSet set)
    {
        if (set.Count < 2) return;
        AssertSorted(set.Points);
    }

    [Fact]
    public void BlocksOfRowsChangeNothing() => AssertSorted(PointSets.Normals(300, 3, 7));

    [Fact]
    public void OfMoreDistancesThanAreHeldAtOnceItIsTheMiddleToo() => AssertSorted(PointSets.Normals(700, 3, 8));

    [Fact]
    public void ManyEqualDistancesChangeNothing() =>
        AssertSorted(new Points([.. PointSets.Normals(700, 1, 9).Values.ToArray().Select(value => Math.Round(value))], 700, 1));

    [Fact]
    public void OfManyWholeNumbersItIsTheDistanceInTheMiddle()
    {
        // Of the whole numbers below n, n - k pairs are k apart.
        const int count = 6000;
        var (median, seen) = (0, 0L);
        while (2 * seen < (long)count * (count - 1) / 2) seen += count - ++median;
        using var compute = TestCompute.Open();
        Assert.Equal(median, MedianDistance.Of(compute, new Points([.. Enumerable.Range(0, count).Select(value => (double)value)], count, 1), CancellationToken.None));
    }

    private static void AssertSorted(Points points)
    {
        var distances = new List<double>();
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = i + 1; j < points.Count; j++)
            {
                double sum = 0;
                for (var k = 0; k < points.Features; k++) sum = Math.FusedMultiplyAdd(points[i][k] - points[j][k], points[i][k] - points[j][k], sum);
                distances.Add(Math.Sqrt(sum));
            }
        }

        distances.Sort();
        var expected = (distances[(distances.Count - 1) / 2] + distances[distances.Count / 2]) / 2;
        using var compute = TestCompute.Open();
        Assert.Equal(expected, MedianDistance.Of(compute, points, CancellationToken.None));
        Assert.Equal(0, compute.LiveMatrices);
    }
}
