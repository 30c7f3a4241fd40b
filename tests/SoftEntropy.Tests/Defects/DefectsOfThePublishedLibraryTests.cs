using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Defects;

/// <summary>What goes wrong in earlier implementations and holds here. Those of the temperature are in TemperatureTests, those of merging in MergingTests.</summary>
public sealed class DefectsOfThePublishedLibraryTests
{
    private static readonly double[][] Rows = Normals(60, 5, seed: 21);
    private static readonly int[] Labels = [.. Enumerable.Range(0, 60).Select(row => row % 3)];

    private static EstimatorRun Run => new() { Rows = Rows, LabelSets = [new TestLabels("y", Labels)] };

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ARowWithoutADirectionChangesNoBitOfTheOthers(double value)
    {
        foreach (var precision in Enum.GetValues<Precision>())
        {
            var run = Run with { Precision = precision };
            double[] bad = [value, 0, 0, 0, 0];
            var withBad = (run with { Rows = [.. Rows[..20], bad, .. Rows[20..]] }).With(new TestLabels("y", [.. Labels[..20], 1, .. Labels[20..]])).Estimate();
            Assert.Equal(run.Estimate().AllNats(), withBad.AllNats());
            Assert.All(withBad.Estimates, estimate => Assert.Equal((60, 1), (estimate.RowsUsed, estimate.RowsDropped)));
            Assert.Contains(value == 0 ? "1 zero row and 0 non-finite rows were left out" : "0 zero rows and 1 non-finite row were left out", withBad.Notes);
        }
    }

    [Theory]
    [InlineData(1e19f)]
    [InlineData(1e30f)]
    [InlineData(1e-13f)]
    [InlineData(1e-30f)]
    [InlineData(1e-40f)]
    public void SinglePrecisionRowsOfAnyNormGiveWhatRowsOfNormOneGive(float size)
    {
        // Subnormal rows have fewer digits of their own: 1e-40 is a multiple of 2^-149, to 1 part in 70,000.
        var run = Run with { Precision = Precision.Single };
        var sized = run.With([.. Rows.Select(row => row.Select(value => value * size).ToArray())]);
        var tolerance = size < 1e-38f ? 1e-3 : 1e-5;
        foreach (var (expected, actual) in run.Estimate().AllNats().Zip(sized.Estimate().AllNats())) Assert.Equal(expected, actual, tolerance);
    }

    [Fact]
    public void CountsAndSumsGrowBeyondTheWholeNumbersOfSinglePrecision()
    {
        var run = Run with { Precision = Precision.Single };
        using var estimation = (SoftEntropyEstimation)new SoftEntropyEstimator().Begin(run.Context());
        run.Observe(estimation, 0, 1);
        for (var doubling = 0; doubling < 26; doubling++) estimation.Merge(estimation);
        var before = estimation.AllRows.Assignments.Sum();
        run.Observe(estimation, 1, 2);
        Assert.Equal((1L << 26) + 1, estimation.AllRows.Rows);
        // A double still resolves 2^-27 beside 2^26.
        Assert.Equal(1, estimation.AllRows.Assignments.Sum() - before, 1e-6);
    }

    [Fact]
    public void ManySmallBatchesGiveWhatOneGivesInSinglePrecision()
    {
        var rows = Normals(40_000, 3, seed: 22);
        var run = new EstimatorRun
        {
            Rows = rows,
            LabelSets = [new TestLabels("y", [.. rows.Select((_, row) => row % 5)])],
            Options = { ["anchors"] = "10" },
            Precision = Precision.Single,
            BlockSize = 40_000,
        };
        var expected = run.Estimate();
        Assert.Equal(40_000, expected.Find("entropy", "")!.RowsUsed);
        Assert.Equal(expected.AllNats(), (run with { BlockSize = 8 }).Estimate().AllNats());
    }

    [Fact]
    public void HalfLabelledRowsGiveTheInformationOfTheLabelledHalf()
    {
        var half = Run.With(new TestLabels("y", [.. Labels.Select((label, row) => row < 30 ? label : -1)])).Estimate();
        var alone = Run.With(Rows[..30]).With(new TestLabels("y", Labels[..30])).Estimate();
        Assert.Equal(alone.Information, half.Information);
        Assert.Equal((30, 60), (half.Find("mutual-information")!.RowsUsed, half.Find("entropy", "")!.RowsUsed));
        Assert.True(half.Information <= Math.Log(3));
    }

    [Fact]
    public void ALabelWithTwoRowsWeighsAsTwoRows()
    {
        int[] labels = [.. Enumerable.Range(0, 102).Select(row => row < 100 ? 0 : 1)];
        double[][] rows = [.. labels.Select((label, row) => label == 0 ? new double[] { 1, 0, 0 } : [-1, row - 100.5, 0])];
        var table = (new EstimatorRun { Rows = rows, LabelSets = [new TestLabels("y", labels)], Items = true }).Estimate();
        var (first, second) = (table.Nats("conditional-entropy", "y", "label 0"), table.Nats("conditional-entropy", "y", "label 1"));
        Assert.True(second > first);
        Assert.Equal((100 * first + 2 * second) / 102, table.Nats("conditional-entropy"), 1e-13);
    }

    [Fact]
    public void DisentanglementComparesLabelsAndNotPartsOfALabel()
    {
        // Two labels at opposite poles do not share an anchor, and two labels of the same rows share all; a constant would be wrong for both.
        double[][] rows = [.. Enumerable.Range(0, 40).Select(row => new double[] { row % 2 == 0 ? 1 : -1, 0, 0 })];
        var run = new EstimatorRun { Rows = rows, Options = { ["temperature"] = "0.01" } };
        var apart = run.With(new TestLabels("y", [.. rows.Select((_, row) => row % 2)])).Estimate();
        var alike = run.With(new TestLabels("y", [.. rows.Select((_, row) => row / 2 % 2)])).Estimate();
        Assert.Equal(Math.Log(2), apart.Nats("disentanglement"), 1e-6);
        Assert.Equal(0, alike.Nats("disentanglement"), 1e-14);
    }

    [Fact]
    public void ALabelWithFewRowsIsKeptWhateverTheBatches()
    {
        var run = Run.With(new TestLabels("y", [.. Labels.Select((_, row) => row == 7 ? 1 : 0)])) with { Items = true };
        Assert.Equal(1, run.Estimate().Find("conditional-entropy", "y", "label 1")!.RowsUsed);
        Assert.Equal(run.Estimate().AllNats(), (run with { BlockSize = 3 }).Estimate().AllNats());
    }

    [Fact]
    public void AnAnchorThatNoRowComesNearCountsAsNothing()
    {
        // At this temperature most shares underflow to 0; 0 ln 0 is 0 and no floor is put under them.
        var table = Run.With("temperature", "0.0005").Estimate();
        Assert.All(table.AllNats(), nats => Assert.True(double.IsFinite(nats)));
        Assert.Equal(table.Nats("entropy"), table.Information + table.Nats("conditional-entropy"), 1e-12);
    }

    [Fact]
    public void TheSeedDecidesTheAnchors()
    {
        var hashes = Enumerable.Range(0, 3).Select(seed => (Run with { Seed = (ulong)seed }).Estimate().Facts["anchors"]).ToArray();
        Assert.Equal(3, hashes.Distinct().Count());
        Assert.Equal(hashes[2], (Run with { Seed = 2 }).Estimate().Facts["anchors"]);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("-5")]
    public void FewerThanTwoAnchorsAreRefused(string anchors)
    {
        var exception = Assert.Throws<OptionException>(() => Run.With("anchors", anchors).Estimate());
        Assert.Equal($"soft-entropy.anchors is '{anchors}'; allowed is a whole number, at least 2.", exception.Message);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 1000)]
    [InlineData(3, 117)]
    [InlineData(3, 1000)]
    [InlineData(4, 3000)]
    public void FewFeaturesAndManyAnchorsWorkByDefault(int features, int anchors)
    {
        var run = new EstimatorRun { Rows = Normals(50, features, seed: 23), Options = { ["anchors"] = anchors.ToString() } };
        Assert.InRange(run.Estimate().Entropy, 0, Math.Log(anchors));
    }

    [Fact]
    public void ALabelTakesMemoryWhenItsFirstRowComes()
    {
        var run = Run.With([.. Enumerable.Range(0, 20).Select(index => new TestLabels($"y~{index}", Labels, "y", index) { Count = 1_000_000 })]);
        var context = run.Context();
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var estimation = new SoftEntropyEstimator().Begin(context);
        run.Observe(estimation, 0, Rows.Length);
        // A single 32-bit number per label would be 80 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
        context.CloseCompute();
    }

    private static double[][] Normals(int count, int features, ulong seed)
    {
        var random = new RandomStream(seed, "defects");
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, features).Select(_ => random.NextNormal()).ToArray())];
    }
}
