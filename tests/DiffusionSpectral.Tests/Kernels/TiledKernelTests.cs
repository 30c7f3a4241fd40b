using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Lanczos;
using Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos.SeededSets;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Kernels;

public sealed class TiledKernelTests
{
    // The relative error of one rounding to single.
    private const double Single = 1.0 / (1 << 24);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    public void ItIsTheKernelOfTheSessionWithEachElementRoundedOnce(int count)
    {
        foreach (var diffusion in Enum.GetValues<DiffusionOperator>())
        {
            using var compute = TestCompute.Open();
            var distinct = DistinctPoints.Of(Some(count));
            using var expected = DiffusionKernel.Of(compute, distinct, 1.5, diffusion);
            using var kernel = TiledKernel.Of(compute, distinct, 1.5, diffusion);
            Assert.Equal(distinct.Count, kernel.Order);
            Assert.Equal(1, compute.LiveMatrices);

            // An element is rounded once, and so moves the sums of rows that it is scaled by as little.
            Assert.Equal(1, kernel.TraceOfFirst / expected.TraceOfFirst, 2 * Single);
            Assert.Equal(1, kernel.TraceOfSecond() / expected.TraceOfSecond(compute), 6 * Single);
            for (var i = 0; i < kernel.Order; i++) Assert.Equal(1, kernel.Trivial[i] / expected.Trivial[i], 2 * Single);

            // All that is multiplied is above 0, so no rounding of a term outgrows the sum: 256 in a tile's sum, and those of the element and the vector.
            double[] vectors = [.. Enumerable.Range(0, 3 * kernel.Order).Select(i => 1.0 + (i % 7))];
            var (actual, product) = (new double[vectors.Length], new double[vectors.Length]);
            kernel.Multiply(vectors, 3, actual);
            new SessionProduct(compute, expected.Matrix).Multiply(vectors, 3, product);
            for (var i = 0; i < product.Length; i++) Assert.Equal(1, actual[i] / product[i], 260 * Single);
        }
    }

    [Fact]
    public void TheTrivialVectorIsAnEigenvectorOfOne()
    {
        using var compute = TestCompute.Open();
        foreach (var diffusion in Enum.GetValues<DiffusionOperator>())
        {
            using var kernel = TiledKernel.Of(compute, DistinctPoints.Of(Some(600)), 1.5, diffusion);
            var product = new double[kernel.Order];
            kernel.Multiply(kernel.Trivial, 1, product);
            for (var i = 0; i < product.Length; i++) Assert.Equal(1, product[i] / kernel.Trivial[i], 260 * Single);
        }
    }

    [Fact]
    public void EstimatesAreThoseInDoubleButForTheRoundingToSingle()
    {
        // Far below the least error that any set's estimate states, 1e-5.
        const double nats = 16 * Single;
        var settings = new LanczosSettings { ToleranceNats = double.PositiveInfinity };
        foreach (var set in SeededSet.All)
        {
            const int count = 400;
            using var exact = set.Kernel(count);
            var points = new Points(set.Points(count, set.Features), count, set.Features);
            using var kernel = TiledKernel.Of(exact.Session, DistinctPoints.Of(points), set.Bandwidth, DiffusionOperator.RandomWalk);
            foreach (var time in new[] { 1.0, 2 })
            {
                var expected = exact.Estimate(time, settings, seed: 1);
                var actual = LanczosEntropy.Of(kernel, kernel.Trivial, [kernel.TraceOfFirst, kernel.TraceOfSecond()], time, settings, new RandomStream(1, "probes"), default);
                Assert.Equal(expected.Nats, actual.Nats, nats);
                Assert.Equal(expected.StandardErrorNats, actual.StandardErrorNats, nats);
            }
        }
    }

    [Fact]
    public void AVectorsProductDependsOnThatVectorAlone()
    {
        using var compute = TestCompute.Open();
        using var kernel = TiledKernel.Of(compute, DistinctPoints.Of(Some(300)), 1.5, DiffusionOperator.RandomWalk);
        const int columns = 40;
        var block = PointSets.Normals(kernel.Order, columns, 3).Values.ToArray();
        var product = new double[block.Length];
        kernel.Multiply(block, columns, product);
        foreach (var column in new[] { 0, 31, 32, 39 })
        {
            var alone = new double[kernel.Order];
            kernel.Multiply(Column(block), 1, alone);
            Assert.Equal(Column(product), alone);

            double[] Column(double[] of) => [.. Enumerable.Range(0, kernel.Order).Select(row => of[(row * columns) + column])];
        }
    }

    [Fact]
    public void AnyNumberOfThreadsGivesTheSameBits()
    {
        var distinct = DistinctPoints.Of(Some(1300));
        var block = PointSets.Normals(distinct.Count, 5, 4).Values.ToArray();
        var expected = Of(1);
        Assert.Equal(expected, Of(2));
        Assert.Equal(expected, Of(8));

        double[] Of(int threads)
        {
            using var compute = TestCompute.Open();
            compute.Threads = threads;
            using var kernel = TiledKernel.Of(compute, distinct, 1.5, DiffusionOperator.Anisotropic);
            var product = new double[block.Length];
            kernel.Multiply(block, 5, product);
            return [kernel.TraceOfFirst, kernel.TraceOfSecond(), .. kernel.Trivial, .. product];
        }
    }

    [Fact]
    public void ACancelledSessionMakesNone()
    {
        using var compute = TestCompute.Open();
        compute.Cancellation = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => TiledKernel.Of(compute, DistinctPoints.Of(Some(300)), 1.5, DiffusionOperator.RandomWalk));
        Assert.Equal(0, compute.LiveMatrices);
    }

    // The first ten points twice.
    private static Points Some(int count)
    {
        var points = PointSets.Normals(count, 3, 21);
        return points.Take([.. Enumerable.Range(0, count), .. Enumerable.Range(0, Math.Min(10, count))]);
    }
}
