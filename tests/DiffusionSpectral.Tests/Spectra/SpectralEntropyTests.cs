using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Spectra;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Spectra;

public sealed class SpectralEntropyTests
{
    private const double Rounding = 1e-14;

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(1000)]
    public void EqualEigenvaluesHaveTheLogarithmOfTheirNumber(double time) => Assert.Equal(Math.Log(3), SpectralEntropy.Nats([0.3, -0.3, 0, 0.3], time), Rounding);

    [Fact]
    public void TwoEigenvaluesHaveTheBinaryEntropy()
    {
        // 0.2^3 / (0.2^3 + 0.4^3) = 1/9.
        Assert.Equal((Math.Log(9) / 9) + (8.0 / 9 * Math.Log(9.0 / 8)), SpectralEntropy.Nats([0.2, 0.4], 3), Rounding);
    }

    [Fact]
    public void AnUnderflowingPowerHasNoPart() => Assert.Equal(0, SpectralEntropy.Nats([double.Epsilon, 1e-300, 0, 1], 1000));

    [Fact]
    public void AnEigenvalueOfRoundingsHasItsShareAtAnEarlyTime()
    {
        // 1e-16^0.01 = exp(-0.3684); -p ln p of it and of the 1 beside it.
        var weight = Math.Exp(0.01 * Math.Log(1e-16));
        var p = weight / (1 + weight);
        Assert.Equal(-(p * Math.Log(p)) - ((1 - p) * Math.Log(1 - p)), SpectralEntropy.Nats([-1e-16, 1], 0.01), Rounding);
    }

    [Fact]
    public void RoundingsInPlaceOfZerosChangeNothingFromTimeOneOn()
    {
        // As many as a matrix of order 2,048 of rank 2 may have, each as large as QL leaves them, against the tolerance of the published numbers.
        double[] clean = [0.5, 1];
        double[] noisy = [.. Enumerable.Range(0, 2046).Select(i => i % 2 == 0 ? 2e-16 : -2e-16), .. clean];
        foreach (var time in new[] { 1.0, 1.5, 2, 10 }) Assert.Equal(SpectralEntropy.Nats(clean, time), SpectralEntropy.Nats(noisy, time), 5e-11 * Math.Log(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    public void TheTraceIsTheSumOfPowers(double time) => Assert.Equal(1 + Math.Pow(0.5, time), SpectralEntropy.Trace([0, -0.5, 1], time), Rounding);

    [Theory]
    [InlineData(1e12)]
    [InlineData(1e16)]
    [InlineData(1e300)]
    public void EigenvaluesOfSeparateGroupsStayOneAtAnyTime(double time)
    {
        // Two groups of a kernel: their ones differ by roundings.
        double[] spectrum = [0, 0.3, 0.9, 1 - 3e-16, 1 + 2e-16];
        Assert.Equal(Math.Log(2), SpectralEntropy.Nats(spectrum, time), Rounding);
        Assert.Equal(2, SpectralEntropy.Trace(spectrum, time), Rounding);
    }

    [Property]
    public void AnySpectrumIsWithinZeroAndTheLogarithmOfItsSizeAndDoesNotRiseWithTime(ulong seed)
    {
        var random = new RandomStream(seed, "spectrum");
        double[] spectrum = [.. Enumerable.Range(0, 1 + (int)random.NextBelow(30)).Select(_ => random.NextNormal() * Math.Exp(-30 * random.NextDouble()))];
        var before = Math.Log(spectrum.Length);
        foreach (var time in new[] { 1e-9, 0.01, 0.3, 1, 1.7, 4, 50, 1000 })
        {
            var entropy = SpectralEntropy.Nats(spectrum, time);
            Assert.InRange(entropy, 0, before + Rounding);
            before = entropy;
        }
    }
}
