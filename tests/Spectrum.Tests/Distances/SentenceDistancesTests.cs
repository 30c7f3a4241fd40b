namespace Infoscope.Plugins.Spectrum.Tests.Distances;

public sealed class SentenceDistancesTests
{
    private static readonly double[][][] Few = SentencesOfTokens.OfTwoTopics(3, 8, 0.35, seed: 5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void TheNearestSentenceIsOfTheSameTopic(int seed)
    {
        var sentences = SentencesOfTokens.OfTwoTopics(20, 128, 0.35, (ulong)seed);
        var table = new SentenceRun { Sentences = sentences }.With("distances", "mean-cosine,bures-wasserstein").WithLabels("y", [.. Enumerable.Range(0, 40).Select(place => place / 20)]).Estimate();
        Assert.InRange(table.Accuracy("mean-cosine"), 0.9, 1);
        Assert.InRange(table.Accuracy("bures-wasserstein"), 0.9, 1);
        Assert.True(table["mean-cosine", "y", "within labels"] < table["mean-cosine", "y", "between labels"]);
    }

    [Fact]
    public void MeansAreThoseOfThePairs()
    {
        var table = (new SentenceRun { Sentences = Few, Items = true }).WithLabels("y", 0, 0, 1, 1, 1, 0).Estimate();
        foreach (var distance in Measured.Names)
        {
            double[] pairs = [.. table.Estimates.Where(estimate => estimate.Quantity.Id == distance && estimate.Item.Length > 0).Select(estimate => estimate.Value.Number)];
            Assert.Equal(15, pairs.Length);
            Assert.Equal(pairs.Average(), table[distance], 1e-12);
            var within = new[] { "0-1", "0-5", "1-5", "2-3", "2-4", "3-4" }.Average(pair => table[distance, "", "", $"sequences {pair}"]);
            Assert.Equal(within, table[distance, "y", "within labels"], 1e-12);
            Assert.Equal(pairs.Sum(), (6 * within) + (9 * table[distance, "y", "between labels"]), 1e-10);
        }
    }

    [Fact]
    public void APairIsTheSameInAnyCompany()
    {
        var alone = new SentenceRun { Sentences = Few[..2] }.Estimate();
        var together = (new SentenceRun { Sentences = Few, Items = true }).Estimate();
        foreach (var distance in Measured.Names) Assert.Equal(alone[distance], together[distance, "", "", "sequences 0-1"]);
    }

    [Fact]
    public void TheStandardErrorIsTheJackknifeOverSentences()
    {
        var without = Enumerable.Range(0, 6).Select(left => new SentenceRun { Sentences = [.. Few.Where((_, place) => place != left)] }.Estimate()["mean-euclidean"]).ToArray();
        var middle = without.Average();
        Assert.Equal(Math.Sqrt(5 / 6.0 * without.Sum(value => Math.Pow(value - middle, 2))), new SentenceRun { Sentences = Few }.Estimate().Find("mean-euclidean")!.StandardError!.Value, 1e-12);
        Assert.Null(new SentenceRun { Sentences = Few[..2] }.Estimate().Find("mean-euclidean")!.StandardError);
    }

    [Fact]
    public void OfTiedNeighboursTheShareCounts()
    {
        // Three sentences of one direction and one of another: each of the three has two nearest, the fourth three.
        double[][] same = [[1, 0]];
        var table = new SentenceRun { Sentences = [same, same, same, [[0, 1]]] }.WithLabels("y", 0, 0, 1, 1).Estimate();
        foreach (var distance in Measured.Names) Assert.Equal((0.5 + 0.5 + 0 + (1 / 3.0)) / 4, table.Accuracy(distance), 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void SentencesThatAreAllEqualAreAllNearest(int features)
    {
        // Distances of zero are below or above it by rounding alone.
        double[][] same = [.. SentencesOfTokens.OfTwoTopics(1, features, 0.35, seed: 7)[0]];
        var table = new SentenceRun { Sentences = [same, same, [.. same.Reverse()], same] }.WithLabels("y", 0, 0, 1, 1).Estimate();
        foreach (var distance in Measured.Names) Assert.Equal(1 / 3.0, table.Accuracy(distance), 1e-12);
    }

    [Fact]
    public void ALabelOfOneSentenceCanHaveNoNeighbour()
    {
        var table = new SentenceRun { Sentences = Few }.WithLabels("y", 0, 0, 0, 1, 1, 2).Estimate();
        Assert.Equal(5 / 6.0, table.Find("neighbour-accuracy", "y", "mean-cosine")!.Ceiling!.Value.Number, 1e-12);
        Assert.Null(new SentenceRun { Sentences = Few }.WithLabels("y", 0, 1, 2, 3, 4, 5).Estimate().Find("mean-cosine", "y", "within labels"));
    }

    [Fact]
    public void ASentenceOfSeveralLabelsTakesNoPart()
    {
        int[][] labels = [.. Few.Select((sentence, place) => sentence.Select(_ => place / 3).ToArray())];
        labels[1][2] = 1;
        labels[4][0] = -1;
        var table = new SentenceRun { Sentences = Few }.WithTokenLabels("y", labels).Estimate();
        var expected = new SentenceRun { Sentences = [.. Few.Where((_, place) => place != 1)] }.WithLabels("y", 0, 0, 1, 1, 1).Estimate();
        Assert.Equal(expected.Accuracy("mean-cosine"), table.Accuracy("mean-cosine"));
        var accuracy = table.Find("neighbour-accuracy", "y", "mean-cosine")!;
        Assert.Contains("1 of 6 sentences have tokens of several labels", Assert.Single(accuracy.Notes));
        Assert.Equal(Few.Where((_, place) => place != 1).Sum(sentence => sentence.Length) - 1, accuracy.RowsUsed);
        Assert.Equal(Few[1].Length, accuracy.RowsDropped);
    }

    [Fact]
    public void APermutedSetHasTheAccuraciesOfItsLabelsAndNothingElse()
    {
        var table = new SentenceRun { Sentences = Few }.WithLabels("y", 0, 0, 0, 0, 1, 2).WithLabels("z", 2, 0, 0, 1, 0, 0).WithLabels("y~0", 2, 0, 0, 1, 0, 0).Estimate();
        Assert.All(table.Estimates.Where(estimate => estimate.LabelSet == "y~0"), estimate => Assert.Equal("neighbour-accuracy", estimate.Quantity.Id));
        foreach (var distance in Measured.Names)
        {
            var (value, permuted) = (table.Find("neighbour-accuracy", "y", distance)!, table.Find("neighbour-accuracy", "y~0", distance)!);
            Assert.Equal(table.Accuracy(distance, "z"), permuted.Value.Number);
            Assert.Equal((value.RowsUsed, value.RowsDropped, value.Ceiling), (permuted.RowsUsed, permuted.RowsDropped, permuted.Ceiling));
        }
    }

    [Fact]
    public void PermutedLabelsThatDisagreeInASentenceGiveNoNullAndTheNoteSaysWhatDoes()
    {
        int[][] permuted = [.. Few.Select((sentence, place) => sentence.Select((_, token) => token == 0 ? place / 3 : token % 2).ToArray())];
        var run = new SentenceRun { Sentences = Few }.WithLabels("y", 0, 0, 0, 1, 1, 1).WithTokenLabels("y~0", permuted).WithLabels("y~1", 1, 0, 1, 0, 1, 0).WithTokenLabels("y~2", permuted);
        var table = run.Estimate();
        Assert.Empty(table.Lines("y~0", "y~2"));
        Assert.NotEmpty(table.Lines("y~1"));
        Assert.Contains(table.Notes, note => note.StartsWith("y: 2 permutations of the labels left out", StringComparison.Ordinal) && note.Contains("--null-unit sequences", StringComparison.Ordinal));
        Assert.Equal(table.Lines("y"), new SentenceRun { Sentences = Few }.WithLabels("y", 0, 0, 0, 1, 1, 1).Estimate().Lines("y"));
    }

    [Fact]
    public void TheNamesOfLabelsChangeNoAccuracy()
    {
        var table = new SentenceRun { Sentences = Few }.WithLabels("y", 0, 0, 1, 1, 2, 2).WithLabels("z", 2, 2, 0, 0, 1, 1).Estimate();
        foreach (var distance in Measured.Names) Assert.Equal(table.Accuracy(distance), table.Accuracy(distance, "z"));
    }

    [Fact]
    public void OtherLabelSetsAndItemsChangeNoBit()
    {
        var alone = new SentenceRun { Sentences = Few }.WithLabels("y", 0, 1, 0, 1, 0, 1);
        var expected = alone.Estimate().Lines("", "y").ToArray();
        var among = (alone.WithLabels("z", 0, 0, 1, 2, 2, 2).WithLabels("y~0", 1, 1, 1, 0, 0, 0) with { Items = true }).Estimate();
        Assert.Equal(expected, among.Lines("", "y").Where(line => !line.Contains("sequences", StringComparison.Ordinal)));
    }

    [Fact]
    public void UnusableTokensAreLeftOutAndCounted()
    {
        double[][] spoilt = [new double[8], .. Few[0], [1, 2, 3, 4, 5, 6, 7, double.NaN]];
        double[][] empty = [[0, 0, 0, 0, 0, 0, 0, double.PositiveInfinity], new double[8]];
        var table = new SentenceRun { Sentences = [spoilt, .. Few[1..], empty] }.WithLabels("y", 0, 0, 0, 1, 1, 1, 1).Estimate();
        var clean = new SentenceRun { Sentences = Few }.WithLabels("y", 0, 0, 0, 1, 1, 1).Estimate();
        foreach (var distance in Measured.Names)
        {
            Assert.Equal(clean[distance], table[distance]);
            Assert.Equal(4, table.Find(distance)!.RowsDropped);
            Assert.Equal(clean.Accuracy(distance), table.Accuracy(distance));
            Assert.Equal(4, table.Find("neighbour-accuracy", "y", distance)!.RowsDropped);
        }

        Assert.Contains("4 tokens of zeros or not finite left out", table.Notes);
        Assert.Contains("1 sentence without any other token left out", table.Notes);
    }

    [Fact]
    public void OfMoreSentencesASeededSampleIsTaken()
    {
        var run = (new SentenceRun { Sentences = SentencesOfTokens.OfTwoTopics(20, 8, 0.35, seed: 9), Items = true }).With("maximum-sequences", "7").With("distances", "mean-cosine");
        var (one, again, other) = (run.Estimate(), run.Estimate(), (run with { Seed = 2 }).Estimate());
        Assert.Equal(7, one["sentences"]);
        Assert.Contains(one.Notes, note => note.StartsWith("7 of 40 sentences were drawn by the seed", StringComparison.Ordinal));
        Assert.Equal(one.Lines(""), again.Lines(""));
        Assert.NotEqual(one.Lines(""), other.Lines(""));
    }

    [Fact]
    public void TokensOfSentencesThatAreNotDrawnAreNeitherUsedNorLeftOut()
    {
        var sentences = SentencesOfTokens.OfTwoTopics(20, 8, 0.35, seed: 9);
        var run = new SentenceRun { Sentences = sentences }.WithLabels("y", [.. Enumerable.Range(0, 40).Select(place => place % 2)]).With("maximum-sequences", "7").With("distances", "mean-cosine");
        var table = run.Estimate();
        var count = table.Find("sentences")!;
        Assert.True(2 * count.RowsUsed < sentences.Sum(sentence => sentence.Length));
        Assert.All(table.Estimates, estimate => Assert.Equal((count.RowsUsed, 0), (estimate.RowsUsed, estimate.RowsDropped)));
    }

    [Fact]
    public void ByDefaultItTakesOneDistanceOfMeansAndOneOfCovariancesOfAHundredSentences()
    {
        var table = new SentenceRun { Sentences = SentencesOfTokens.OfTwoTopics(60, 4, 0.35, seed: 9), Options = [] }.Estimate();
        Assert.Equal(["sentences", "mean-cosine", "bures-wasserstein"], table.Estimates.Select(estimate => estimate.Quantity.Id));
        Assert.Equal(100, table["sentences"]);
    }

    [Theory]
    [InlineData(45, 0)]
    [InlineData(46, 1)]
    public void ThatManyPairsTakeTimeIsSaidBeforeTheyDo(int sentences, int lines)
    {
        var log = new Lines();
        (new SentenceRun { Sentences = [.. Enumerable.Range(0, sentences).Select(place => new[] { new[] { 1.0, place } })], Log = log }).With("distances", "mean-cosine").Estimate();
        Assert.Equal(lines, log.Count);
        if (lines > 0) Assert.Contains("sentence-distances compares 1035 pairs of 46 sentences by 1 distance;", log[0]);
    }

    [Fact]
    public void TokensOfAnyLengthAreOneWithUnitRowsAlone()
    {
        double[][][] longer = [.. Few.Select(sentence => sentence.Select((token, place) => token.Select(value => value * Math.Pow(10, (place % 5) - 2)).ToArray()).ToArray())];
        SentenceTable Of(double[][][] sentences) => new SentenceRun { Sentences = sentences }.WithLabels("y", 0, 0, 0, 1, 1, 1).Estimate();
        var (plain, scaled) = (Of(Few), Of(longer));
        foreach (var distance in Measured.Names)
        {
            Assert.Equal(plain[distance], scaled[distance], 1e-10);
            Assert.Equal(plain.Accuracy(distance), scaled.Accuracy(distance));
        }

        var raw = new SentenceRun { Sentences = longer }.With("unit-rows", "false").Estimate();
        Assert.All(Measured.Names, distance => Assert.NotEqual(plain[distance], raw[distance], 1e-3));
    }

    [Fact]
    public void CentredDistancesDoNotSeeAShiftOfASentence()
    {
        double[][][] shifted = [Few[0], [.. Few[1].Select(token => token.Select(value => value + 0.5).ToArray())]];
        SentenceTable Of(double[][][] sentences, string centre) => new SentenceRun { Sentences = sentences }.With("unit-rows", "false").With("centre", centre).Estimate();
        var (here, there) = (Of(Few[..2], "true"), Of(shifted, "true"));
        foreach (var distance in Measured.Names.Where(name => !name.StartsWith("mean", StringComparison.Ordinal) && name != "gaussian-wasserstein"))
        {
            Assert.Equal(here[distance], there[distance], 1e-10);
            Assert.NotEqual(Of(Few[..2], "false")[distance], Of(shifted, "false")[distance], 1e-3);
        }
    }

    [Fact]
    public void ASentenceOfEqualTokensHasNoCovarianceAboutItsMean()
    {
        double[][] equal = [[0.1, 0.2, 0.7], [0.1, 0.2, 0.7], [0.1, 0.2, 0.7]];
        var table = new SentenceRun { Sentences = [equal, [[1, 2, 3], [3, 1, 1]], [[1, 0, 3], [0, 1, 1]]] }.With("centre", "true").Estimate();
        Assert.Equal(2, table["sentences"]);
        Assert.Equal(3, table.Find("sentences")!.RowsDropped);
        Assert.Contains(table.Notes, note => note.StartsWith("1 sentence whose tokens are all equal left out", StringComparison.Ordinal));
    }

    [Fact]
    public void AMeanOfZeroHasNoDirection()
    {
        var table = new SentenceRun { Sentences = [[[1, 0], [-1, 0]], [[0, 1], [1, 1]]] }.Estimate();
        Assert.Equal(1, table["mean-cosine"]);
        Assert.Contains(table.Notes, note => note.StartsWith("1 sentence with a mean of zero", StringComparison.Ordinal));
    }

    [Fact]
    public void OneSentenceHasNoPairAndNoneIsRefused()
    {
        var one = new SentenceRun { Sentences = Few[..1] }.WithLabels("y", 0).Estimate();
        Assert.Equal(1, Assert.Single(one.Estimates).Value.Number);
        Assert.Contains(one.Notes, note => note.Contains("no other to compare it with", StringComparison.Ordinal));
        var refusal = Assert.Throws<NumericalFailureException>(() => new SentenceRun { Sentences = [[new double[3]]] }.Estimate());
        Assert.Contains("no sentence to compare of 1 sequence", refusal.Message);
    }

    [Fact]
    public void TokensBeyondTheRangeAreRefusedInOneSentence()
    {
        double[][][] Scaled(double factor) => [.. Few.Select(sentence => sentence.Select(token => token.Select(value => value * factor).ToArray()).ToArray())];
        Assert.Contains("beyond the range of a double", Assert.Throws<NumericalFailureException>(() => new SentenceRun { Sentences = Scaled(1e200) }.With("unit-rows", "false").Estimate()).Message);
        Assert.Contains("rounding decides", Assert.Throws<NumericalFailureException>(() => new SentenceRun { Sentences = Scaled(1e100) }.With("unit-rows", "false").Estimate()).Message);
        Assert.Contains("times what eps asks for", Assert.Throws<NumericalFailureException>(() => new SentenceRun { Sentences = Scaled(1e100) }.With("unit-rows", "false").With("distances", "coding-rate-distance").Estimate()).Message);
        Assert.True(double.IsFinite(new SentenceRun { Sentences = Scaled(1e200) }.Estimate()["affine-invariant"]));
    }

    [Theory]
    [InlineData("distances", "mean-cosin", "Did you mean 'mean-cosine'?")]
    [InlineData("distances", "", "allowed is all")]
    [InlineData("ridge", "0", "must be above 0")]
    [InlineData("eps", "0", "must be above 0")]
    [InlineData("maximum-sequences", "1", "2 to 2000")]
    public void AnOptionThatIsNotAllowedIsRefused(string option, string value, string said) =>
        Assert.Contains(said, Assert.Throws<OptionException>(() => new SentenceRun { Sentences = Few }.With(option, value).Estimate()).Message);

    [Fact]
    public void SomeDistancesAreTheSameAsAmongAll()
    {
        var all = new SentenceRun { Sentences = Few }.Estimate();
        var some = new SentenceRun { Sentences = Few }.With("distances", "stein-divergence, mean-cosine").Estimate();
        Assert.Equal(["sentences", "mean-cosine", "stein-divergence"], some.Estimates.Select(estimate => estimate.Quantity.Id));
        Assert.Equal(all["stein-divergence"], some["stein-divergence"]);
    }

    [Fact]
    public void ACancelledTokenEndsTheComparison()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => (new SentenceRun { Sentences = Few, Cancellation = source.Token }).Estimate());
    }

    private sealed class Lines : List<string>, IEstimationLog
    {
        public void Information(string message) => Add(message);

        public void Warning(string message) => Add(message);
    }
}
