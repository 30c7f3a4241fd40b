using Infoscope.Plugins.Binning.SpecialFunctions;

namespace Infoscope.Plugins.Binning.Tests.SpecialFunctions;

/// <summary>Values computed with 40 digits by mpmath 1.3, of the double nearest to the argument.</summary>
public sealed class GammaFunctionsTests
{
    /// <summary>What the remarks promise, of the value or of 1 where that is larger.</summary>
    private const double Promise = 1e-14;

    [Theory]
    [InlineData(1e-20, 46.051701859880913735, -1.0000000000000000549e+20, 1.0000000000000001097e+40, 0.99999999999999999998)]
    [InlineData(1e-6, 13.815509980749431714, -1000000.5772140200139, 1000000000001.6450222, 0.99999835506833726233)]
    [InlineData(0.1, 2.252712651734205902, -10.423754940411076232, 101.4332991507927477, 0.85667008492072411136)]
    [InlineData(0.5, 0.57236494292470008707, -1.9635100260214234794, 4.9348022005446793094, 0.53259889972766034529)]
    [InlineData(1, 0.0, -0.57721566490153286061, 1.6449340668482264365, 0.35506593315177356353)]
    [InlineData(1.5, -0.12078223763524522235, 0.036489973978576520559, 0.93480220054467930942, 0.26446336584964770254)]
    [InlineData(2, 0.0, 0.42278433509846713939, 0.64493406684822643647, 0.21013186630354712706)]
    [InlineData(2.5, 0.28468287047291915963, 0.70315664064524318723, 0.49035775610023486497, 0.17410560974941283757)]
    [InlineData(3.75, 1.4868155785934170555, 1.1825373886117962286, 0.30533985269025307549, 0.12164221907821763359)]
    [InlineData(9.999, 12.799575780077413715, 2.2516474172057353142, 0.10517738667672886215, 0.048341311619488053498)]
    [InlineData(10, 12.801827480081469611, 2.2517525890667211076, 0.10516633568168574612, 0.048336643183142538778)]
    [InlineData(33.3, 82.603723581654943008, 3.4904672385202427773, 0.03048544409533888779, 0.01486474165524515583)]
    [InlineData(1e5, 1051287.7089736568949, 11.512920464961895087, 0.000010000050000166666667, 4.9999833333333336667e-6)]
    [InlineData(1e12, 26631021115915.651636, 27.631021115928048208, 1.0000000000005e-12, 4.9999999999983333333e-13)]
    public void KnownValuesAreReached(double x, double log, double digamma, double trigamma, double deficit)
    {
        AssertNear(log, GammaFunctions.Log(x));
        AssertNear(digamma, GammaFunctions.Digamma(x));
        AssertNear(trigamma, GammaFunctions.Trigamma(x));
        AssertNear(deficit, GammaFunctions.TrigammaDeficit(x));
    }

    [Theory]
    [InlineData(1e5, 4.9999833333333336667e-6)]
    [InlineData(1e12, 4.9999999999983333333e-13)]
    [InlineData(1e100, 5e-101)]
    public void WhatTrigammaLacksKeepsItsDigits(double x, double deficit) => Assert.InRange(GammaFunctions.TrigammaDeficit(x) / deficit, 1 - Promise, 1 + Promise);

    [Theory]
    [InlineData(10, 1, 0.0)]
    [InlineData(10, 2, 0.095310179804324860044)]
    [InlineData(10, 3, 0.27763173659827948626)]
    [InlineData(12.5, 1000, 3447.1759615859993959)]
    [InlineData(1e3, 1e12, 19723265858659.315277)]
    [InlineData(1e6, 7, 0.000020999954500146999431)]
    [InlineData(1e9, 1000, 0.0004994998335833331667)]
    [InlineData(1e12, 1e5, 0.0049999498333358416582)]
    [InlineData(1e18, 1e12, 499999.83333291666687)]
    [InlineData(1e40, 1e12, 4.9999999999949998481e-17)]
    [InlineData(double.PositiveInfinity, 1e12, 0.0)]
    public void RisingRatiosAreWrongByLessThanTheyPromise(double x, double n, double expected)
    {
        var promised = 1e-15 * n * (1 + Math.Log(1 + (n / x)));
        Assert.InRange(GammaFunctions.LogRisingRatio(x, n), expected - promised, expected + promised);
    }

    [Fact]
    public void DerivativesAreThoseOfTheLogarithm()
    {
        // Differences over h miss h^2/6 of the third derivative and lose 1e-16 of the values, 10 at most, to h.
        const double Step = 1e-4, Error = 1e-7;
        foreach (var x in Enumerable.Range(4, 60).Select(k => k / 4.0))
        {
            Assert.InRange(((GammaFunctions.Log(x + Step) - GammaFunctions.Log(x - Step)) / (2 * Step)) - GammaFunctions.Digamma(x), -Error, Error);
            Assert.InRange(((GammaFunctions.Digamma(x + Step) - GammaFunctions.Digamma(x - Step)) / (2 * Step)) - GammaFunctions.Trigamma(x), -Error, Error);
        }
    }

    private static void AssertNear(double expected, double actual)
    {
        var error = Promise * Math.Max(1, Math.Abs(expected));
        Assert.InRange(actual, expected - error, expected + error);
    }
}
