using Infoscope.Plugins.DiffusionSpectral.Lanczos;
using Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos.SeededSets;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos;

/// <summary>Five sets of 2000 points, 20 seeds, times 1 and 2; bench/LanczosErrors does the same with 100 seeds.</summary>
public sealed class SeededSetTests
{
    private const int Seeds = 20;

    // The mean of 20 squared normal errors has a relative deviation of sqrt(2/20); half of it is that of its root: 16 %. So these are about 2 deviations.
    private const double SmallestRatio = 0.7;
    private const double LargestRatio = 1.4;

    private static readonly double[] Times = [1, 2];

    private static readonly LanczosSettings ThirtyTwoProbes = new() { ToleranceNats = double.PositiveInfinity };

    public static TheoryData<string> Names => [.. SeededSet.All.Select(set => set.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheStatedErrorIsThatOfTheEstimates(string name)
    {
        using var kernel = SeededSet.All.Single(set => set.Name == name).Kernel();
        var exact = kernel.ExactNats(Times);
        SpectralSample[] samples = [.. Enumerable.Range(1, Seeds).Select(seed => kernel.Sample(ThirtyTwoProbes.Steps, (ulong)seed))];
        for (var i = 0; i < Times.Length; i++)
        {
            var errors = new ErrorSummary([.. samples.Select(sample => sample.Estimate(Times[i], ThirtyTwoProbes, default))], exact[i]);
            Assert.InRange(errors.Ratio, SmallestRatio, LargestRatio);

            // 95 % of them.
            Assert.InRange(errors.WithinThree, Seeds - 1, Seeds);
            Assert.InRange(errors.RootMeanSquare, 0, 1.2e-2 * Math.Log(2));
        }
    }

    [Fact]
    public void StoppingAtAToleranceDoesNotSpoilTheStatedError()
    {
        const int seeds = 200;
        using var kernel = SeededSet.All[^1].Kernel(200);
        var exact = kernel.ExactNats(2)[0];

        // What 64 probes state on average, so that the draw decides where doubling stops.
        var settings = new LanczosSettings { ToleranceNats = double.PositiveInfinity, Probes = 64 };
        var middle = Enumerable.Range(1, 10).Average(seed => kernel.Estimate(2, settings, (ulong)seed).StandardErrorNats);
        settings = new LanczosSettings { Probes = 16, ToleranceNats = 3 * middle };

        LanczosResult[] results = [.. Enumerable.Range(1, seeds).Select(seed => kernel.Estimate(2, settings, (ulong)seed))];
        Assert.All(results, result => Assert.InRange(3 * result.StandardErrorNats, 0, settings.ToleranceNats));
        Assert.True(results.Select(result => result.Probes).Distinct().Count() > 1, "doubling stopped at one number of probes for every seed.");
        var errors = new ErrorSummary(results, exact);
        Assert.InRange(errors.Ratio, SmallestRatio, LargestRatio);
        Assert.InRange(errors.WithinThree, 0.95 * seeds, seeds);

        // Four deviations of the mean, and the bias of a regression on few probes, which is far below the deviation of one estimate.
        Assert.InRange(errors.MeanError / errors.RootMeanSquare, -(4 / Math.Sqrt(seeds)) - 0.2, (4 / Math.Sqrt(seeds)) + 0.2);
    }
}
