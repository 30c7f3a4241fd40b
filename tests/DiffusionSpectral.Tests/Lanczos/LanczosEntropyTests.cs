using Infoscope.Plugins.DiffusionSpectral.Lanczos;
using Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos.SeededSets;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos;

public sealed class LanczosEntropyTests
{
    // Sums over 2000 nodes at most, of terms that n |x ln x| bounds.
    private const double Rounding = 1e-10;

    private static readonly LanczosSettings OneRound = new() { ToleranceNats = double.PositiveInfinity };

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void AnyTimeIsWithinFourStatedErrors(double time)
    {
        foreach (var set in SeededSet.All)
        {
            using var kernel = set.Kernel(400);
            var exact = kernel.ExactNats(time)[0];
            var result = kernel.Estimate(time, OneRound, seed: 1);
            Assert.InRange(Math.Abs(result.Nats - exact), 0, (4 * result.StandardErrorNats) + Rounding);
            Assert.Equal(time is 1 or 2, result.TraceIsExact);

            // The trace has no stated error of its own; what the other sets need is far below this.
            var trace = kernel.Eigenvalues().Sum(value => Math.Pow(value, time));
            Assert.InRange(result.TraceOfTime / trace, 0.98, 1.02);
        }
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void TheQuadratureErrorCoversWhatFewStepsMiss(double time)
    {
        // The same probes with 8 steps and with so many that nothing is left to miss.
        using var kernel = SeededSet.All[^1].Kernel(300);
        var few = kernel.Estimate(time, OneRound with { Steps = 8 }, seed: 1);
        var many = kernel.Estimate(time, OneRound with { Steps = 150 }, seed: 1);
        var missed = Math.Abs(few.Nats - many.Nats);
        Assert.InRange(missed, 0.01 * few.QuadratureErrorNats, few.QuadratureErrorNats);
        Assert.InRange(many.QuadratureErrorNats, 0, 0.1 * few.QuadratureErrorNats);
    }

    [Fact]
    public void MoreExactTracesMakeASmallerError()
    {
        using var kernel = SeededSet.All[^1].Kernel(400);
        var exact = kernel.ExactNats(1)[0];
        var values = kernel.Eigenvalues();
        double[] traces = [.. Enumerable.Range(1, 4).Select(power => values.Sum(value => Math.Pow(value, power)))];
        LanczosResult[] two = [.. Enumerable.Range(1, 20).Select(seed => Estimate(traces[..2], seed))];
        LanczosResult[] four = [.. Enumerable.Range(1, 20).Select(seed => Estimate(traces, seed))];
        Assert.True(new ErrorSummary(four, exact).RootMeanSquare < 0.7 * new ErrorSummary(two, exact).RootMeanSquare, "four traces gained less than 30 %.");

        LanczosResult Estimate(double[] known, int seed) =>
            LanczosEntropy.Of(kernel.Product, kernel.Trivial, known, 1, OneRound, new RandomStream((ulong)seed, "probes"), default);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AsManyEigenvaluesAsControlsLeaveNothingToEstimate(int count)
    {
        double[] points = [0, 1, 0, 0.3, 2, 1, -1, 0.5, 0.2];
        using var kernel = SeededKernel.Of(points[..(3 * count)], features: 3, bandwidth: 1);
        foreach (var time in new[] { 0.7, 1, 2, 3.5 })
        {
            var result = kernel.Estimate(time, OneRound, seed: 4);
            Assert.Equal(kernel.ExactNats(time)[0], result.Nats, Rounding);
            Assert.Equal(0, result.StandardErrorNats, Rounding);
            Assert.Equal(0, result.QuadratureErrorNats);
            Assert.InRange(result.Steps, 0, count - 1);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    public void ASmallKernelIsWithinAFewStatedErrors(int count)
    {
        using var kernel = SeededKernel.Of(SeededPoints.Noise(count, 3), features: 3, bandwidth: 1);
        foreach (var time in new[] { 1.0, 2, 2.5 })
        {
            var result = kernel.Estimate(time, OneRound, seed: 2);
            Assert.Equal(count - 1, result.Steps);
            Assert.InRange(Math.Abs(result.Nats - kernel.ExactNats(time)[0]), 0, 4 * result.StandardErrorNats);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5)]
    public void EqualPointsHaveNoEntropy(double time)
    {
        using var kernel = SeededKernel.Of(Enumerable.Repeat(0.7, 50 * 3).ToArray(), features: 3, bandwidth: 1);
        var result = kernel.Estimate(time, OneRound, seed: 1);

        // A node at rounding distance from 0 adds its root at time 1/2.
        var tolerance = 50 * 40 * Math.Pow(1e-15, Math.Min(time, 1));
        Assert.Equal(0, result.Nats, tolerance);
        Assert.Equal(1, result.TraceOfTime, tolerance);
    }

    [Fact]
    public void SeparateGroupsHaveOneTrivialDirectionOnly()
    {
        // Four pairs of equal points out of each other's reach: four eigenvalues 1, four 0.
        using var kernel = SeededKernel.Of([0, 0, 1000, 1000, 2000, 2000, 3000, 3000], features: 1, bandwidth: 1);
        foreach (var time in new[] { 1.0, 2, 3.5 })
        {
            var result = kernel.Estimate(time, OneRound, seed: 3);
            Assert.InRange(Math.Abs(result.Nats - Math.Log(4)), 0, (4 * result.StandardErrorNats) + Rounding);
        }
    }

    [Fact]
    public void RepeatingEveryPointLeavesTheEntropy()
    {
        var points = SeededPoints.Noise(60, 4);
        using var once = SeededKernel.Of(points, features: 4, bandwidth: 2);
        using var thrice = SeededKernel.Of([.. points, .. points, .. points], features: 4, bandwidth: 2);
        var result = thrice.Estimate(1, OneRound, seed: 1);
        Assert.InRange(Math.Abs(result.Nats - once.ExactNats(1)[0]), 0, 4 * result.StandardErrorNats);
    }

    [Fact]
    public void TheSameSeedGivesTheSameBits()
    {
        using var kernel = SeededSet.All[2].Kernel(150);
        Assert.Equal(kernel.Estimate(1.5, new LanczosSettings(), seed: 9), kernel.Estimate(1.5, new LanczosSettings(), seed: 9));
        Assert.NotEqual(kernel.Estimate(1.5, OneRound, seed: 9).Nats, kernel.Estimate(1.5, OneRound, seed: 10).Nats);
    }

    [Fact]
    public void DoublingGivesWhatAsManyProbesAtOnceGive()
    {
        using var kernel = SeededSet.All[^1].Kernel(150);
        var doubled = kernel.Estimate(2, new LanczosSettings { Probes = 10, MaximumProbes = 37, ToleranceNats = 0 }, seed: 5);
        var atOnce = kernel.Estimate(2, new LanczosSettings { Probes = 37, MaximumProbes = 37, ToleranceNats = 0 }, seed: 5);
        Assert.Equal(37, doubled.Probes);
        Assert.Equal(atOnce, doubled);
    }

    [Fact]
    public void NothingIsLeftOnTheSession()
    {
        using var kernel = SeededSet.All[0].Kernel(50);
        var before = kernel.Session.LiveMatrices;
        _ = kernel.Estimate(1, OneRound, seed: 1);
        Assert.Equal(before, kernel.Session.LiveMatrices);
    }

    [Fact]
    public void ACancelledEstimateStops()
    {
        using var kernel = SeededSet.All[0].Kernel(50);
        Assert.Throws<OperationCanceledException>(() => kernel.Estimate(1, OneRound, seed: 1, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ATimeOutOfRangeIsRefused(double time)
    {
        using var kernel = SeededSet.All[0].Kernel(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Estimate(time, OneRound, seed: 1));
    }

    [Fact]
    public void TooFewProbesForTheControlsAreRefused()
    {
        using var kernel = SeededSet.All[0].Kernel(10);
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Estimate(1, OneRound with { Probes = 4 }, seed: 1));
        Assert.Contains("at least 5", failure.Message, StringComparison.Ordinal);
    }
}
