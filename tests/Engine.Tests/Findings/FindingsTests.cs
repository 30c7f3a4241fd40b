using Infoscope.Engine.Findings;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Results;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Findings;

public sealed class FindingsTests
{
    private static readonly ResultRow Sound = Given.Run(
        new ActivationSet { Name = "acts.npy", Activations = new MemoryActivations(100, 1), Labels = [Given.Labels("y", [.. Enumerable.Range(0, 100).Select(row => row % 4L)])] },
        new MeanEstimator(),
        Given.Settings(nulls: 2)).Rows.First(row => row.LabelSet == "y" && row.Quantity == "mutual-information") with
    {
        Value = 1,
        NullMean = 0.1,
        NullSd = 0.01,
        StandardError = 0.01,
        LabelEntropyNats = Math.Log(4),
        Labels = 1,
    };

    [Fact]
    public void SoundRowsLeadToNoFinding() => Assert.Empty(AllFindings.Of([Sound, Sound with { Layer = "b" }]));

    [Fact]
    public void MostOfAValueIsBias()
    {
        var finding = Assert.Single(AllFindings.Of([Sound with { NullMean = 0.51 }, Sound with { Layer = "b", NullMean = 0.8 }, Sound with { Layer = "c", NullMean = 0.5 }]));
        Assert.Equal(("mostly-bias", "double", "mutual-information", "y", 2), (finding.Kind, finding.Estimator, finding.Quantity, finding.LabelSet, finding.Sets));
        Assert.Equal(
            "more than half of mutual-information of y by double is bias in 2 of 3 activation sets: at worst, acts.npy b, it is 1 nats, and 0.8 nats with permuted labels.",
            finding.Sentence);
        Assert.Equal("Read it beside its null alone; more rows, or more sequences where they are permuted, make the bias smaller.", finding.Remedy);
        var many = Assert.Single(AllFindings.Of([Sound with { NullMean = 0.51, Labels = 2 }]));
        Assert.Equal("Labels are many for 25 rows: read it beside its null alone, and for what it knows beyond a coarser label set give --null-within y:COARSER.", many.Remedy);
    }

    [Fact]
    public void AShareOfAChainIsBias()
    {
        var share = Sound with { Quantity = "share", Against = "x,y", Unit = "ratio", Value = 0.12, NullMean = 0.29 };
        Assert.Equal("more than half of share of y in x,y by double is bias: at worst, acts.npy, it is 0.12, and 0.29 with permuted labels.", Assert.Single(AllFindings.Of([share])).Sentence);
    }

    [Fact]
    public void WhatIsRoundingIsNoBias() => Assert.Empty(AllFindings.Of([Sound with { Value = 1e-12, NullMean = 1e-12, NullSd = 1e-13, Size = 4.6 }]));

    [Fact]
    public void RowsLookAlike()
    {
        ResultRow Ceiling(string step, double value) => Sound with { Quantity = "channel-ceiling", Step = step, Value = value, Normalized = value / 4.6, Size = 4.6, NullMean = null };
        Assert.Empty(AllFindings.Of([Ceiling("0", 0.23)]));
        var finding = Assert.Single(AllFindings.Of([Ceiling("0", 2.5), Ceiling("16", 0.046)]));
        Assert.Equal("to double the rows look nearly alike in 1 of 2 activation sets: at worst, acts.npy at step 16, no label set could have more than 0.046 nats of 4.6 nats.", finding.Sentence);
    }

    [Fact]
    public void AnInformationExceedsTheEntropyOfTheLabels()
    {
        // Four labels of equal frequency: ln 4 = 1.386.
        Assert.Empty(AllFindings.Of([Sound with { Value = Math.Log(4) }]));
        var finding = Assert.Single(AllFindings.Of([Sound with { Value = 1.5, Step = "16" }]));
        Assert.Equal(
            "mutual-information of y by double exceeds the entropy of the labels, which no information can: at worst, acts.npy at step 16, it is 1.5 nats of 1.386 nats.",
            finding.Sentence);
    }

    [Fact]
    public void EstimatorsDisagreeBeyondTheirErrors()
    {
        // Less their nulls 0.9 and 0.86 against 3 hypot(0.01, 0.01) = 0.0424.
        var other = Sound with { Estimator = "other", Value = 0.96 };
        Assert.Empty(AllFindings.Of([Sound, other]));
        var finding = Assert.Single(AllFindings.Of([Sound, other with { Value = 0.95 }]));
        Assert.Equal(("estimators-disagree", "double,other"), (finding.Kind, finding.Estimator));
        Assert.Equal("double and other disagree about mutual-information of y by more than 3 errors: at worst, acts.npy, 0.9 nats by double and 0.85 nats by other, less what permuted labels give.", finding.Sentence);
    }

    [Fact]
    public void HoweverManyEstimatorsDisagreeItIsOneFindingForALabelSet()
    {
        // Less their nulls 0.9, 0.85 and 0.7 in one set; in another only one pair is apart, and the fourth estimator agrees with all.
        var (low, lower) = (Sound with { Estimator = "low", Value = 0.95 }, Sound with { Estimator = "lower", Value = 0.8 });
        var wide = Sound with { Estimator = "wide", StandardError = 1 };
        ResultRow[] rows = [Sound, low, lower, wide, Sound with { Step = "1" }, lower with { Step = "1" }, Sound with { Step = "2" }, wide with { Step = "2" }];
        var finding = Assert.Single(AllFindings.Of(rows));
        Assert.Equal(("double,low,lower", 2), (finding.Estimator, finding.Sets));
        Assert.Equal(
            "double, low and lower disagree about mutual-information of y by more than 3 errors in 2 of 3 activation sets: at worst, acts.npy, 0.9 nats by double and 0.7 nats by lower, less what permuted labels give.",
            finding.Sentence);
        Assert.Equal(2, AllFindings.Of([.. rows, Sound with { LabelSet = "z" }, low with { LabelSet = "z" }]).Count);
    }

    [Fact]
    public void OneWhoseNullDoesNotMoveDisagreesWithNobody() =>
        Assert.Empty(AllFindings.Of([Sound, Sound with { Estimator = "other", Value = 0.8, Verdict = "null does not move" }]));

    [Fact]
    public void EstimatorsThatShareTheirBiasAgree() =>
        Assert.Empty(AllFindings.Of([Sound, Sound with { Estimator = "other", Value = 1.3, NullMean = 0.4 }]));

    [Fact]
    public void AValueMovesWithTheScaleOfTheRows()
    {
        // The double's value is the mean of the first feature, so that of doubled rows is twice as large.
        var set = new ActivationSet { Name = "acts.npy", Activations = new MemoryActivations(101, 1) };
        ComparisonResult Run(bool probes) => new Comparison(set, [Given.Entry(new MeanEstimator()) with { MayDependOnScale = probes }], Given.Settings()).Run(null, CancellationToken.None);
        var rows = Run(true).Rows;
        Assert.Equal([(50.0, ""), (50.0, "rows doubled")], rows.Select(row => (row.Value, row.Against)));
        Assert.Equal("mutual-information-difference", rows[1].Quantity);
        var finding = Assert.Single(AllFindings.Of(rows));
        Assert.Equal("mutual-information by double moves with the scale of the activations: at worst, acts.npy, doubling every row takes it from 50 nats to 100 nats.", finding.Sentence);
        Assert.Single(Run(false).Rows);
    }

    [Fact]
    public void AValueThatStaysWhenRowsAreDoubledIsNoFinding() =>
        Assert.Empty(AllFindings.Of([Sound, Sound with { Quantity = "mutual-information-difference", Against = ResultRow.RowsDoubled, Value = 0.01 }]));

    [Fact]
    public void AMoveIsCountedOncePerActivationSet()
    {
        var moves = Probed(Sound with { LabelSet = "" }, 1);
        Assert.Equal(1, Assert.Single(AllFindings.Of([.. moves, .. moves])).Sets);
        var others = Probed(Sound with { LabelSet = "", Layer = "b" }, 1);
        Assert.Contains("in 2 of 2 activation sets", Assert.Single(AllFindings.Of([.. moves, .. others])).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void AMoveThatIsRoundingIsNoFinding()
    {
        Assert.Empty(AllFindings.Of(Probed(Sound with { Value = 6e-191, NullMean = null, Size = 0 }, 5e-191)));
        Assert.Empty(AllFindings.Of(Probed(Sound with { Value = 1e-9, NullMean = null, Size = 4.6 }, 4.5e-9)));
        Assert.Single(AllFindings.Of(Probed(Sound with { Value = 1e-9, NullMean = null, Size = 4.6 }, 4.7e-9)));
    }

    [Fact]
    public void AMoveOfAllRowsIsNotToldAgainOfALabelSetThatLabelsThemAll()
    {
        var all = Sound with { Quantity = "entropy", LabelSet = "", NullMean = null, Size = 4.6 };
        var rows = Probed(all, 1);
        Assert.Equal("", Assert.Single(AllFindings.Of([.. rows, .. Probed(all with { LabelSet = "y", Value = 1 + 1e-15 }, 1)])).LabelSet);
        // Of a label set that labels some of the rows the numbers are others.
        Assert.Equal(["", "y"], AllFindings.Of([.. rows, .. Probed(all with { LabelSet = "y", Value = 1.1 }, 1)]).Select(finding => finding.LabelSet));
        Assert.Equal(["", "y"], AllFindings.Of([.. rows, .. Probed(all with { LabelSet = "y" }, 1.1)]).Select(finding => finding.LabelSet));
    }

    [Fact]
    public void WhatIsAgainstSomethingIsNotProbed()
    {
        var set = new ActivationSet { Name = "acts.npy", Activations = new MemoryActivations(101, 1) };
        var rows = new Comparison(set, [Given.Entry(new ComparingEstimator()) with { MayDependOnScale = true }], Given.Settings()).Run(null, CancellationToken.None).Rows;
        // The sum of the rows 0 to 100; the moves of the others could not be told from the one there is.
        Assert.Equal(
            [("sum", "", 5050.0), ("sum", "attention", 10100.0), ("sum", "random tokens", 15150.0), ("sum-difference", "rows doubled", 5050.0)],
            rows.Select(row => (row.Quantity, row.Against, row.Value)));
    }

    [Fact]
    public void SmallNumbersAreNotWrittenAsZero() =>
        Assert.Contains(
            "takes it from 0.000312 nats to 7.81e-05 nats.",
            Assert.Single(AllFindings.Of(Probed(Sound with { Value = 3.124e-4, NullMean = null }, 7.81e-5 - 3.124e-4))).Sentence,
            StringComparison.Ordinal);

    private static ResultRow[] Probed(ResultRow row, double move) => [row, row with { Quantity = row.Quantity + "-difference", Against = ResultRow.RowsDoubled, Value = move }];
}
