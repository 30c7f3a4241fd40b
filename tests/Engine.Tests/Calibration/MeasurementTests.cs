using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Tests.Calibration;

public sealed class MeasurementTests
{
    private static readonly Measurement One = new() { Value = 3, LeftOut = [2, 3, 4, 3], Nulls = [1, 2] };
    private static readonly Measurement Other = new() { Value = 6, LeftOut = [4, 6, 8, 6] };

    [Fact]
    public void WhatIsDerivedIsDerivedInEveryWay()
    {
        var ratio = Measurement.Derive(parts => parts[0] / parts[1], One, Other);
        Assert.Equal(0.5, ratio.Value);
        Assert.Equal([0.5, 0.5, 0.5, 0.5], ratio.LeftOut);
        // The other is the same under every permutation.
        Assert.Equal([1.0 / 6, 2.0 / 6], ratio.Nulls);
    }

    [Fact]
    public void WhatTheNumbersHaveInCommonCancelsInTheError()
    {
        // sqrt(3/4 (1 + 0 + 1 + 0)) each; the ratio is the same without any fold.
        Assert.Equal(Math.Sqrt(1.5), One.StandardError!.Value, 1e-15);
        Assert.Equal(0, Measurement.Derive(parts => parts[0] / parts[1], One, Other).StandardError);
        Assert.Equal(3 * Math.Sqrt(1.5), Measurement.Derive(parts => parts[0] + parts[1], One, Other).StandardError!.Value, 1e-14);
    }

    [Fact]
    public void StatedErrorsAreAddedAsIfTheyPulledTheSameWay()
    {
        var (a, b) = (new Measurement { Value = 10, StatedError = 1 }, new Measurement { Value = 5, StatedError = 0.5 });
        Assert.Equal(1.5, Measurement.Derive(parts => parts[0] - parts[1], a, b).StandardError!.Value, 1e-12);
        // Of a ratio 1/5 1 + 10/25 0.5 = 0.4 to first order; the rest is (0.5/2/5)^2 of the second part.
        Assert.Equal(0.4, Measurement.Derive(parts => parts[0] / parts[1], a, b).StandardError!.Value, 0.001);
    }

    [Fact]
    public void WithoutAnErrorOfOnePartThereIsNone() =>
        Assert.Null(Measurement.Derive(parts => parts[0] - parts[1], One, new Measurement { Value = 1 }).StandardError);
}
