using Infoscope.Plugins.DiffusionSpectral.Lanczos;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos;

public sealed class ControlVariatesTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void WithoutTracesItIsThePlainMeanWithItsStandardError()
    {
        double[] measured = [1, 2, 4, 9];
        var plain = new ControlVariates(Probes(4), []);
        Assert.Equal(4, plain.Mean(measured), Rounding);

        // Squared deviations 9 + 4 + 0 + 25 = 38, over 3 degrees of freedom and 4 probes.
        Assert.Equal(Math.Sqrt(38 / 3.0 / 4), plain.StandardError(measured), Rounding);
    }

    [Fact]
    public void WhatIsLinearInTheControlsIsExact()
    {
        var probes = Probes(8);
        var controls = new ControlVariates(probes, [5, 3]);
        double[] measured = [.. probes.Select(probe => 2 + (3 * probe.Power(1)) - (7 * probe.Power(2)))];
        Assert.Equal(2 + (3 * 4) - (7 * 2), controls.Mean(measured), 1e-9);
        Assert.Equal(0, controls.StandardError(measured), 1e-9);
    }

    [Fact]
    public void TheStandardErrorIsThatOfALineReadOffAwayFromItsMiddle()
    {
        var probes = Probes(6);
        double[] x = [.. probes.Select(probe => probe.Power(1))];
        double[] y = [0.3, 1.9, 0.2, 2.4, 1.1, 3.0];
        const double at = 1.5;
        var controls = new ControlVariates(probes, [1 + at]);

        var (middleX, middleY) = (x.Average(), y.Average());
        var square = x.Sum(value => (value - middleX) * (value - middleX));
        var slope = x.Zip(y, (a, b) => (a - middleX) * (b - middleY)).Sum() / square;
        var variance = x.Zip(y, (a, b) => Math.Pow(b - middleY - (slope * (a - middleX)), 2)).Sum() / (6 - 2);
        Assert.Equal(middleY + (slope * (at - middleX)), controls.Mean(y), Rounding);
        Assert.Equal(Math.Sqrt(variance * ((1.0 / 6) + ((at - middleX) * (at - middleX) / square))), controls.StandardError(y), Rounding);
    }

    [Fact]
    public void AControlThatRepeatsAnotherIsLeftOut()
    {
        // All nodes are 0 or 1, so every power measures the same.
        ProbeSpectrum[] probes = [.. Enumerable.Range(0, 7).Select(i => ProbeSpectrum.Of(1 + (i * i % 5), [1.0], [], isWhole: true))];
        double[] measured = [3, 1, 4, 1, 5, 9, 2];
        var one = new ControlVariates(probes, [3]);
        var three = new ControlVariates(probes, [3, 3, 3]);
        Assert.Equal(one.Mean(measured), three.Mean(measured), Rounding);
        Assert.Equal(one.StandardError(measured), three.StandardError(measured), Rounding);
    }

    [Fact]
    public void ZeroControlsAreLeftOut()
    {
        ProbeSpectrum[] probes = [.. Enumerable.Range(0, 6).Select(i => ProbeSpectrum.Of(1 + i, [0.0], [], isWhole: true))];
        Assert.Equal(2, new ControlVariates(probes, [1, 1]).Mean([1, 2, 3, 1, 2, 3]), Rounding);
    }

    private static ProbeSpectrum[] Probes(int count) => [.. Enumerable.Range(0, count).Select(i => ProbeSpectrum.Of(1 + (i % 3), [0.2 + (0.1 * (i * i % 7))], [], isWhole: true))];
}
