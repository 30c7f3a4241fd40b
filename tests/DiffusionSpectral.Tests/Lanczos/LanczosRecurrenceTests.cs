using Infoscope.Plugins.DiffusionSpectral.Lanczos;
using Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos.SeededSets;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos;

public sealed class LanczosRecurrenceTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void TheQuadratureIsExactForPowersBelowTwiceTheSteps()
    {
        const int count = 60;
        const int steps = 4;
        using var kernel = SeededKernel.Of(SeededPoints.Noise(count, 3), features: 3, bandwidth: 1);
        var probe = SignProbes.Draw(kernel.Trivial, 1, new RandomStream(1, "probe"));
        var spectrum = LanczosRecurrence.Run(kernel.Product, probe.ToArray(), 1, steps, default).Single();
        var power = probe;
        for (var j = 1; j < 2 * steps; j++)
        {
            power = kernel.Times(power);
            Assert.Equal(probe.Zip(power, (x, y) => x * y).Sum(), spectrum.Power(j), Rounding * count);
        }

        // The next power is the first that is not.
        power = kernel.Times(power);
        Assert.True(Math.Abs(probe.Zip(power, (x, y) => x * y).Sum() - spectrum.Power(2 * steps)) > 1e-6, "power 2k is exact too; the test tests nothing.");
    }

    [Fact]
    public void LostOrthogonalityChangesNoQuadrature()
    {
        // Separate top eigenvalues converge within a few steps, and then come back as copies.
        const int count = 80;
        using var kernel = SeededKernel.Of(SeededPoints.Blobs(count, 8, spread: 4), features: 8, bandwidth: 3);
        var probe = SignProbes.Draw(kernel.Trivial, 1, new RandomStream(1, "probe"));
        var few = LanczosRecurrence.Run(kernel.Product, probe.ToArray(), 1, 50, default).Single();
        var many = LanczosRecurrence.Run(kernel.Product, probe.ToArray(), 1, 120, default).Single();
        Assert.True(many.Steps > count, $"{many.Steps} steps make no copies.");
        Assert.Equal(few.PowerLog(2), many.PowerLog(2), Rounding * count);
        Assert.Equal(few.Power(1), many.Power(1), Rounding * count);
    }

    [Fact]
    public void AProbeDoesNotDependOnThoseBesideIt()
    {
        const int count = 40;
        using var kernel = SeededKernel.Of(SeededPoints.Noise(count, 3), features: 3, bandwidth: 1);
        var block = SignProbes.Draw(kernel.Trivial, 5, new RandomStream(1, "probes"));
        double[] third = [.. Enumerable.Range(0, count).Select(row => block[(row * 5) + 2])];
        var together = LanczosRecurrence.Run(kernel.Product, block, 5, 10, default)[2];
        var alone = LanczosRecurrence.Run(kernel.Product, third, 1, 10, default).Single();
        Assert.Equal(alone.PowerLog(1), together.PowerLog(1));
    }

    [Fact]
    public void AProbeInAnInvariantSubspaceEndsThere()
    {
        // The difference of two equal points is an eigenvector for 0; the other probe goes on.
        using var kernel = SeededKernel.Of([0, 0, 1, 2.5, 4, 4.5], features: 1, bandwidth: 1);
        double[] block = [1, 1, -1, 1, 0, -1, 0, 1, 0, 1, 0, -1];
        var spectra = LanczosRecurrence.Run(kernel.Product, block, 2, 4, default);
        Assert.Equal([1, 4], spectra.Select(spectrum => spectrum.Steps));
        Assert.Equal(0, spectra[0].Power(1), Rounding);
    }

    [Fact]
    public void AZeroProbeHasNoNodes()
    {
        using var kernel = SeededKernel.Of([0, 1, 2], features: 1, bandwidth: 1);
        var spectrum = LanczosRecurrence.Run(kernel.Product, new double[3], 1, 2, default).Single();
        Assert.Equal(0, spectrum.Steps);
        Assert.Equal(0, spectrum.Power(1));
    }

    [Fact]
    public void ProbesAreSignsWithoutTheirPartAlongTheTrivialVector()
    {
        double[] trivial = [0.5, 0.1, 0.7, 0.5];
        var probes = SignProbes.Draw(trivial, 50, new RandomStream(1, "probes"));
        for (var probe = 0; probe < 50; probe++)
        {
            double[] column = [.. Enumerable.Range(0, 4).Select(row => probes[(row * 50) + probe])];
            Assert.Equal(0, column.Zip(trivial, (x, v) => x * v).Sum(), Rounding);

            // What was taken off is the same multiple of the trivial vector for all elements.
            var taken = new[] { 1.0, -1 }.SelectMany(sign => new[] { (sign - column[0]) / trivial[0] });
            Assert.Contains(taken, factor => column.Zip(trivial, (x, v) => Math.Abs(Math.Abs(x + (factor * v)) - 1)).Max() < Rounding);
        }
    }
}
