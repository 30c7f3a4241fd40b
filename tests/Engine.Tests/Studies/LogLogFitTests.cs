using System.Text.Json;
using Infoscope.Engine.Studies;
using Infoscope.Testing;

namespace Infoscope.Engine.Tests.Studies;

public sealed class LogLogFitTests
{
    [Fact]
    public void TheReferenceFitIsReproduced()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(typeof(LogLogFitTests).Assembly, "tests", "ReferenceValues", "llm-geometry", "expected.json")));
        var expected = document.RootElement.GetProperty("power_law");
        double[] Numbers(string name) => [.. expected.GetProperty(name).EnumerateArray().Select(one => one.GetDouble())];
        void AssertNear(string name, double actual) => Assert.Equal(1, actual / expected.GetProperty(name).GetDouble(), 1e-10);

        var fit = LogLogFit.Of(Numbers("x"), Numbers("y"));
        AssertNear("exponent", fit.Slope);
        AssertNear("log_intercept", fit.Intercept);
        AssertNear("r2", fit.RSquared!.Value);
        AssertNear("stderr_exponent", fit.StandardError);
    }

    // Published: 0.0999 for the smallest and 0.0131 for the largest model of 32 rows.
    [Theory]
    [InlineData(32, -0.325, 0.983)]
    [InlineData(512, -0.304, 0.982)]
    public void TheDimensionAloneMakesACleanPowerLaw(int rows, double slope, double rSquared)
    {
        var fit = LogLogFit.Of(PythiaSizes.Sizes, [.. PythiaSizes.Dimensions.Select(d => PythiaSizes.RightAngles(rows, d))]);
        Assert.Equal(slope, fit.Slope, 5e-4);
        Assert.Equal(rSquared, fit.RSquared!.Value, 5e-4);
        if (rows == 32) Assert.Equal([0.0999, 0.0131], new[] { 512, 5120 }.Select(d => Math.Round(PythiaSizes.RightAngles(rows, d), 4)));
    }

    [Fact]
    public void TheIntervalHoldsAPlantedExponentInNineteenOfTwentyDraws()
    {
        const double exponent = -0.2, noise = 0.05;
        const int draws = 400;
        double[] sizes = [.. Enumerable.Range(0, 8).Select(i => Math.Pow(10, 6 + (0.5 * i)))];
        var random = new RandomStream(1, "power law");
        var covered = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            var fit = LogLogFit.Of(sizes, [.. sizes.Select(size => Math.Pow(size, exponent) * Math.Exp(noise * random.NextNormal()))]);
            if (!fit.DiffersFrom(exponent)) covered++;
        }

        // Four standard deviations of a binomial share of 0.95.
        Assert.Equal(0.95, (double)covered / draws, 4 * Math.Sqrt(0.95 * 0.05 / draws));
    }

    [Fact]
    public void EqualValuesHaveASlopeOfZeroAndNoShareExplained()
    {
        var fit = LogLogFit.Of([1, 10, 100, 1000], [0.5, 0.5, 0.5, 0.5]);
        Assert.Equal((0, null, 0), (fit.Slope, fit.RSquared, fit.StandardError));
        Assert.Equal(Math.Log(0.5), fit.Intercept, 1e-15);
        Assert.False(fit.DiffersFrom(0));
        Assert.True(fit.DiffersFrom(1e-6));
    }

    [Fact]
    public void WhatHasNoPowerLawIsRefused()
    {
        Assert.Throws<ArgumentException>(() => LogLogFit.Of([1, 2, 3], [1, 2]));
        Assert.Throws<ArgumentException>(() => LogLogFit.Of([1, 2, 2], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => LogLogFit.Of([1, 2, 3], [1, 0, 3]));
        Assert.Throws<ArgumentException>(() => LogLogFit.Of([-1, 2, 3], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => LogLogFit.Of([1, 2, 3], [1, double.NaN, 3]));
    }
}
