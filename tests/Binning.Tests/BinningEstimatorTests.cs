using Infoscope.Plugins.Binning.Tests.Problems;

namespace Infoscope.Plugins.Binning.Tests;

public sealed class BinningEstimatorTests
{
    private const double Tolerance = 1e-14;

    [Fact]
    public void RowsThatAreNotFiniteAreLeftOutAndCountedAndZeroRowsAreRows()
    {
        var run = new BinningRun
        {
            Rows = [[0, 0], [double.NaN, 0], [1, 1], [double.PositiveInfinity, 3], [0, 0]],
            LabelSets = [new TestLabels("y", [0, 0, 1, -1, 1])],
            Items = true,
        };
        var table = run.Estimate();
        Assert.Equal((3, 2), Rows(table.Find("entropy", "")));
        Assert.Equal((3, 1), Rows(table.Find("mutual-information")));
        Assert.Equal((1, 1), Rows(table.Find("conditional-entropy", "y", "label 0")));
        Assert.Equal((2, 0), Rows(table.Find("conditional-entropy", "y", "label 1")));
        Assert.Equal(["2 non-finite rows were left out"], table.Notes);
        var without = run.With([run.Rows[0], run.Rows[2], run.Rows[4]]).With(new TestLabels("y", [0, 1, 1]));
        Assert.Equal(without.Estimate().AllNats(), table.AllNats());
    }

    [Fact]
    public void OnlyRowsThatAreNotFiniteAreRefusedInOneSentence() => Assert.Equal(
        "binning has no row to count: 2 of 2 rows are not finite; check the activations.",
        Assert.Throws<NumericalFailureException>(() => new BinningRun { Rows = [[double.NaN], [double.NegativeInfinity]] }.Estimate()).Message);

    [Fact]
    public void ALabelSetWithoutAUsableRowHasANoteAndNoNumbers()
    {
        var table = new BinningRun { Rows = [[1], [2]], LabelSets = [new TestLabels("y", [-1, -1])] }.Estimate();
        Assert.Equal(["entropy"], table.Estimates.Select(estimate => estimate.Quantity.Id));
        Assert.Equal(["label set 'y' has no labelled row that can be used, so it has no estimates"], table.Notes);
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void InModeExactMinusZeroIsZeroAndTheNextNumberIsAnother(Precision precision)
    {
        var next = precision == Precision.Single ? (double)float.BitIncrement(1) : Math.BitIncrement(1);
        var table = new BinningRun { Rows = [[0, 1], [-0.0, 1], [0, next]], Options = { ["mode"] = "exact" }, Precision = precision }.Estimate();
        Assert.Equal("2", table.Symbols());
        Assert.Equal(Math.Log(3) - (2.0 / 3 * Math.Log(2)), table.Nats("discrete-entropy", ""), Tolerance);
    }

    [Fact]
    public void InModeArgmaxTheFirstOfEqualLargestIsTaken()
    {
        var run = new BinningRun { Rows = [[2, 2, 1], [3, 0, 3], [-1, -1, -1], [0, 1, 1]], Options = { ["mode"] = "argmax" } };
        Assert.Equal("2", run.Estimate().Symbols());
        Assert.Equal(Math.Log(3), run.Estimate().Find("entropy", "")!.Scale!.Value.Number, Tolerance);
    }

    [Fact]
    public void RowsInBinsOfTheirOwnAreToldToBeSo()
    {
        double[][] rows = [[0], [1], [2], [3], [3]];
        var run = new BinningRun { Rows = rows, LabelSets = [new TestLabels("y", [0, 1, 0, 1, -1])] };
        Assert.Equal(["more than half of the rows are alone in their symbol"], run.Estimate().Find("entropy", "")!.Notes);
        Assert.Equal("4, 3 of them by one row alone", run.Estimate().Facts["symbols"]);
        Assert.Equal(["more than nine in ten of the rows are alone in their symbol"], (run.With([.. Enumerable.Range(0, 30).Select(row => new double[] { Math.Min(row, 28) })]) with { LabelSets = [] }).Estimate().Find("entropy", "")!.Notes);
        const string Saturated = "each of the 4 rows is a symbol of its own";
        Assert.Equal([Saturated + ": the entropy is ln 4 and the information is H(Y), whatever the labels"], run.Estimate().Find("mutual-information")!.Notes);
        Assert.Equal([Saturated + ", so a correction has nothing to go by"], run.With("correction", "miller-madow").Estimate().Find("entropy")!.Notes);
        Assert.Empty(run.With("bins", "2").Estimate().Find("entropy", "")!.Notes);
    }

    [Fact]
    public void EveryEntropyIsCorrectedTheSameWayAndDisentanglementIsNotGiven()
    {
        // Miller and Madow add (m - 1)/2N to each: 2 symbols in 6 rows, of which the label 0 has 2 in 4 rows and the label 1 has 1 in 2.
        var run = new BinningRun { Rows = [[0], [0], [1], [1], [1], [1]], LabelSets = [new TestLabels("y", [0, 0, 0, 0, 1, 1])] };
        var (plain, corrected) = (run.Estimate(), run.With("correction", "miller-madow").Estimate());
        Assert.Equal(plain.Entropy + (1.0 / 12), corrected.Entropy, Tolerance);
        Assert.Equal(plain.Nats("conditional-entropy") + (4.0 / 6 / 8), corrected.Nats("conditional-entropy"), Tolerance);
        Assert.Equal(plain.Information + (1.0 / 12) - (4.0 / 6 / 8), corrected.Information, Tolerance);
        Assert.NotNull(plain.Find("disentanglement"));
        Assert.Null(corrected.Find("disentanglement"));
        Assert.Null(corrected.Find("mutual-information")!.Ceiling);
    }

    [Theory]
    [InlineData("james-stein", true)]
    [InlineData("nsb", true)]
    [InlineData("miller-madow", false)]
    [InlineData("grassberger", false)]
    public void AnEntropyThatKeepsToItsAlphabetSaysSoAndADifferenceOfTwoDoesNot(string correction, bool isBounded)
    {
        var run = new BinningRun { Rows = [[0, 5], [0, 1], [1, 2], [1, 4], [1, 9], [1, 3]], LabelSets = [new TestLabels("y", [0, 0, 0, 0, 1, 1])], Options = { ["bins"] = "3", ["correction"] = correction }, Items = true };
        var table = run.Estimate();
        Assert.All(
            new[] { table.Find("entropy", ""), table.Find("entropy"), table.Find("conditional-entropy"), table.Find("conditional-entropy", "y", "label 1"), table.Find("conditional-entropy-unweighted") },
            entropy => Assert.Equal(isBounded ? (0.0, 2 * Math.Log(3)) : (null, null), (entropy!.Floor?.Number, entropy.Ceiling?.Number)));
        Assert.All(new[] { table.Find("mutual-information"), table.Find("mutual-information-unweighted") }, information => Assert.Equal((null, null), (information!.Floor, information.Ceiling)));
        // Of a grid of 1 bin for the feature that never changes and 3 for the other, the mean.
        var constant = (run with { Rows = [.. run.Rows.Select(row => new[] { 7, row[1] })] }).With("mode", "per-dimension").Estimate();
        Assert.Equal(isBounded ? Math.Log(3) / 2 : null, constant.Find("entropy")!.Ceiling?.Number);
    }

    [Theory]
    [InlineData("james-stein")]
    [InlineData("nsb")]
    public void ACorrectionThatNeedsTheAlphabetHasThatOfTheFullGrid(string correction)
    {
        // All 27 cells of a grid occur equally often, so their frequencies are those of the whole alphabet; the sum of three logarithms of 3 may round below the logarithm of 27.
        double[][] rows = [.. Enumerable.Range(0, 2700).Select(row => new double[] { row % 3, row / 3 % 3, row / 9 % 3 })];
        var entropy = new BinningRun { Rows = rows, Options = { ["bins"] = "3", ["correction"] = correction } }.Estimate().Entropy;
        // Nsb stays below by about (K - 1)/2N of a flat prior at most.
        Assert.InRange(entropy, Math.Log(27) - (26.0 / 5400), Math.Log(27) + Tolerance);
    }

    [Fact]
    public void ModeExactNeedsAnAlphabetForSomeCorrectionsAndThatMayNotBeTooSmall()
    {
        var run = new BinningRun { Rows = [[0], [1], [2]], Options = { ["mode"] = "exact", ["correction"] = "nsb" } };
        Assert.Equal(
            "binning.correction is nsb, which needs the number of different rows that could occur; give binning.alphabet.",
            Assert.Throws<OptionException>(() => run.Estimate()).Message);
        Assert.Equal(
            "binning.alphabet is 2, but 3 different rows occurred; give at least as many.",
            Assert.Throws<NumericalFailureException>(() => run.With("alphabet", "2").Estimate()).Message);
        Assert.True(run.With("alphabet", "1e300").Estimate().Entropy > 0);
    }

    [Fact]
    public void AnAlphabetForAnotherModeIsRefused() => Assert.Equal(
        "binning.alphabet is for mode=exact alone: the mode per-dimension has as many symbols as its bins or features; leave it out.",
        Assert.Throws<OptionException>(() => new BinningRun { Rows = [[0]], Options = { ["mode"] = "per-dimension", ["alphabet"] = "9" } }.Estimate()).Message);

    [Theory]
    [InlineData("1")]
    [InlineData("65537")]
    public void TooFewAndTooManyBinsAreRefused(string bins) => Assert.Equal(
        $"binning.bins is '{bins}'; allowed is a whole number, 2 to 65536.",
        Assert.Throws<OptionException>(() => new BinningRun { Rows = [[0]], Options = { ["bins"] = bins } }.Estimate()).Message);

    [Fact]
    public void MoreCountsThanOneArrayHoldsAreRefused() => Assert.Equal(
        "binning.bins is 65536, which for 5000 features are more than 268435456 counts; give at most 53687.",
        Assert.Throws<OptionException>(() => new BinningRun { Rows = [new double[5000]], Options = { ["mode"] = "per-dimension", ["bins"] = "65536" } }.Estimate()).Message);

    [Theory]
    [InlineData("mode", "exact")]
    [InlineData("mode", "argmax")]
    [InlineData("grid", "fixed")]
    public void AGridThatNeedsNoSurveyAsksForNone(string option, string value)
    {
        var options = new OptionValues("binning", new Dictionary<string, string> { [option] = value }, _ => throw new InvalidOperationException());
        Assert.False(new BinningEstimator().Requires(options).Survey);
        Assert.True(new BinningEstimator().Requires(OptionValues.None("binning")).Survey);
    }

    [Fact]
    public void ALabelTakesBytesForEachBinOfEachFeaturePerDimensionAlone()
    {
        InputRequirements Of(string mode) => new BinningEstimator().Requires(new OptionValues("binning", new Dictionary<string, string> { ["mode"] = mode, ["bins"] = "7" }, _ => throw new InvalidOperationException()));
        Assert.Equal(7 * (sizeof(long) + sizeof(ushort)), Of("per-dimension").BytesPerLabelAndFeature);
        Assert.Equal(0, Of("joint").BytesPerLabelAndFeature);
    }

    [Fact]
    public void ALabelKeepsItsCountsWhenItsRowsBecomeCounts()
    {
        // With 2 bins a label keeps its first 8 rows as they are.
        double[][] rows = [.. Enumerable.Range(0, 40).Select(row => new double[] { row % 2, row / 2 % 2 })];
        var run = new BinningRun { Rows = rows, LabelSets = [new TestLabels("y", [.. rows.Select((_, row) => row < 3 ? 1 : 0)])], Options = { ["bins"] = "2", ["mode"] = "per-dimension" }, Items = true };
        var frequent = rows[3..];
        var expected = Enumerable.Range(0, 2).Average(feature => Binary(frequent.Count(row => row[feature] == 1) / 37.0));
        Assert.Equal(expected, run.Estimate().Nats("conditional-entropy", "y", "label 0"), Tolerance);
        Assert.Equal(Enumerable.Range(0, 2).Average(feature => Binary(rows[..3].Count(row => row[feature] == 1) / 3.0)), run.Estimate().Nats("conditional-entropy", "y", "label 1"), Tolerance);
    }

    [Fact]
    public void ACancelledEstimationEnds()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => (new BinningRun { Rows = [[0]] } with { Cancellation = source.Token }).Estimate());
    }

    private static double Binary(double share) => -(share * Math.Log(share)) - ((1 - share) * Math.Log(1 - share));

    private static (long, long) Rows(Estimate? estimate) => (estimate!.RowsUsed, estimate.RowsDropped);
}
