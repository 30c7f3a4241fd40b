using Infoscope.Engine.Calibration;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Results;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Results;

public sealed class VerdictsTests
{
    // Nothing casts doubt on it.
    private static readonly VerdictFacts Clean = new()
    {
        Value = 1,
        HasLabels = true,
        Labels = 10,
        Rows = 1000,
        LabelledRows = 1000,
        RowsUsed = 1000,
        IsSaturable = true,
        Ceiling = 2,
        IsAboveNull = true,
        NullMean = 0.1,
        DrawSd = null,
    };

    [Fact]
    public void WhatNothingCastsDoubtOnIsAboveNull() => Assert.Equal("above null", Verdicts.Of(Clean));

    [Fact]
    public void EachWordHasItsInequality()
    {
        Assert.Equal("not finite", Verdicts.Of(Clean with { Value = double.NaN }));
        Assert.Equal("not finite", Verdicts.Of(Clean with { Value = double.PositiveInfinity }));
        Assert.Equal("labels incomplete", Verdicts.Of(Clean with { LabelledRows = 499 }));
        Assert.Equal("above null", Verdicts.Of(Clean with { LabelledRows = 500 }));
        Assert.Equal("above ceiling", Verdicts.Of(Clean with { Value = 2 * (1 + 2e-9) }));
        Assert.Equal("saturated", Verdicts.Of(Clean with { Value = 2 * (1 + 0.5e-9) }));
        Assert.Equal("above null", Verdicts.Of(Clean with { Value = 1e-10, Ceiling = 0, Size = 1 }));
        Assert.Equal("above ceiling", Verdicts.Of(Clean with { Value = 2e-9, Ceiling = 0, Size = 1 }));
        Assert.Equal("saturated", Verdicts.Of(Clean with { Value = 1.98 }));
        Assert.Equal("above null", Verdicts.Of(Clean with { Value = 1.979 }));
        Assert.Equal("above null", Verdicts.Of(Clean with { Value = 1.98, IsSaturable = false }));
        Assert.Equal("null does not move", Verdicts.Of(Clean with { IsAboveNull = false, NullSd = 1e-13 }));
        Assert.Equal("inside null", Verdicts.Of(Clean with { IsAboveNull = false, NullSd = 1e-12 }));
        Assert.Equal("too few rows per label", Verdicts.Of(Clean with { RowsUsed = 19 }));
        Assert.Equal("above null", Verdicts.Of(Clean with { RowsUsed = 20 }));
        Assert.Equal("unstable over draws", Verdicts.Of(Clean with { DrawSd = 0.46 }));
        Assert.Equal("above null", Verdicts.Of(Clean with { DrawSd = 0.45 }));
    }

    [Fact]
    public void AValueAgainstSomethingWithoutLabelsIsNotUnstable()
    {
        var set = new ActivationSet { Name = "acts.npy", Activations = new MemoryActivations(101, 1) };
        var rows = Given.Run(set, new ComparingEstimator(), Given.Settings()).Rows;
        Assert.Equal([("", "unstable over draws"), ("attention", ""), ("random tokens", "")], rows.Select(row => (row.Against, row.Verdict)));
        Assert.All(rows, row => Assert.Equal(row.Value, row.DrawSd));
    }

    [Fact]
    public void WhereSeveralHoldTheFirstOfTheTableIsTold()
    {
        Assert.Equal("labels incomplete", Verdicts.Of(Clean with { LabelledRows = 1, Value = 5, IsAboveNull = false, RowsUsed = 1, DrawSd = 9 }));
        Assert.Equal("inside null", Verdicts.Of(Clean with { Value = 2, IsAboveNull = false }));
        Assert.Equal("too few rows per label", Verdicts.Of(Clean with { Value = 2, RowsUsed = 19 }));
        Assert.Equal("null does not move", Verdicts.Of(Clean with { Value = 2, NullMean = 2, NullSd = 1e-13, IsAboveNull = false }));
        Assert.Equal("inside null", Verdicts.Of(Clean with { IsAboveNull = false, RowsUsed = 1, DrawSd = 9 }));
    }

    [Fact]
    public void WithoutANullThereIsNothingToSayOfOneThatIsNotSaturated()
    {
        var entropy = Clean with { HasLabels = false, Labels = 0, LabelledRows = 0, IsAboveNull = null, NullMean = null };
        Assert.Equal("", Verdicts.Of(entropy));
        Assert.Equal("saturated", Verdicts.Of(entropy with { Value = 1.99 }));
        Assert.Equal("", Verdicts.Of(entropy with { Ceiling = 0, Value = 0 }));
    }

    [Fact]
    public void ADifferenceDiffersWhenItIsLargerThanItsErrorAllows()
    {
        // Ten values 0 or 1, five each: sqrt(9/10 10/4) = 1.5, times t(0.995, 9) = 3.249836 is 4.874754.
        double[] leftOut = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1];
        Assert.Equal("within error", Verdicts.OfDifference(new Measurement { Value = -4.8747, LeftOut = leftOut }, null, null));
        Assert.Equal("differs", Verdicts.OfDifference(new Measurement { Value = -4.8748, LeftOut = leftOut }, null, null));
        // What is bias in both is no difference: 5 less the 1 that permuted labels give, with an error of hypot(1.5, 0.1) = 1.503330 times t, 4.885577.
        Assert.Equal("within error", Verdicts.OfDifference(new Measurement { Value = 5.8855, LeftOut = leftOut }, 1, 0.1));
        Assert.Equal("differs", Verdicts.OfDifference(new Measurement { Value = 5.8857, LeftOut = leftOut }, 1, 0.1));
        Assert.Equal("", Verdicts.OfDifference(new Measurement { Value = 5, StatedError = 1 }, null, null));
        Assert.Equal("not finite", Verdicts.OfDifference(new Measurement { Value = double.NaN }, null, null));
    }
}
