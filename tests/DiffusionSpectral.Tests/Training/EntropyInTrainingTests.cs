using Infoscope.Plugins.DiffusionSpectral.Tests.Estimator;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Training;

/// <summary>What the entropy does in training depends on the bandwidth.</summary>
public sealed class EntropyInTrainingTests
{
    // Epochs 0, 5, 39, 295 and 1500.
    private static readonly int[] Checkpoints = [0, 5, 10, 15, 19];

    [Fact]
    public void AtTheBandwidthOfThePaperItRises()
    {
        var bits = BitsAt("10");
        Assert.True(bits[^1] > 10 * bits[0]);
        // It rises for a fifth of the training, and loses less than a tenth afterwards.
        Assert.True(bits[0] < bits[1] && bits[1] < bits[2] && bits[2] < bits[3]);
        Assert.InRange(bits[^1], 0.9 * bits[3], bits[3]);
    }

    [Fact]
    public void AtAQuarterOfTheMedianDistanceItFalls()
    {
        var bits = BitsAt("median/4");
        for (var i = 1; i < bits.Length; i++) Assert.True(bits[i] < bits[i - 1]);
        Assert.True(bits[^1] < bits[0] - 3);
    }

    private static double[] BitsAt(string bandwidth)
    {
        var all = FourthLayer.Of("tanh-true");
        return [.. Checkpoints.Select(checkpoint => EstimatorRun.Of(all[checkpoint]).With("bandwidth", bandwidth).Estimate().Entropy.Value.Information.Bits)];
    }
}
