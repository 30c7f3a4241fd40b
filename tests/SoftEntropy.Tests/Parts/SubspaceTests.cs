using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Parts;

public sealed class SubspaceTests
{
    // Means of two and of three numbers, each within a few roundings of anchors normalised once more.
    private const double Tolerance = 1e-12;

    [Fact]
    public void ARowTwiceSideBySideWithSharedAnchorsIsTheRowToTheLastBit()
    {
        var run = Clusters(features: 4);
        double[][] twice = [.. run.Rows.Select(row => (double[])[.. row, .. row])];
        foreach (var precision in Enum.GetValues<Precision>())
        {
            var expected = (run with { Precision = precision }).Estimate();
            var actual = (run with { Precision = precision }).With(twice).With("subspaces", "2").With("subspace-anchors", "shared").Estimate();
            Assert.Equal(expected.AllNats(), actual.AllNats());
            Assert.Equal(expected.Facts["temperature"], actual.Facts["temperature"]);
        }
    }

    [Theory]
    [InlineData("own")]
    [InlineData("shared")]
    public void EveryNumberIsTheMeanOfThoseOfTheBlocksAlone(string whose)
    {
        var run = Clusters(features: 6).With("subspaces", "3").With("subspace-anchors", whose);
        var blocks = Enumerable.Range(0, 3).Select(block => Clusters(features: 6)
            .With([.. run.Rows.Select(row => row[(2 * block)..(2 * block + 2)])])
            .WithAnchors(run.UsedAnchors(0, block)).Estimate().AllNats()).ToArray();
        var means = Enumerable.Range(0, blocks[0].Length).Select(place => blocks.Average(block => block[place])).ToArray();
        foreach (var (expected, actual) in means.Zip(run.Estimate().AllNats(), (expected, actual) => (expected, actual))) Assert.Equal(expected, actual, Tolerance);
    }

    [Fact]
    public void AllSubspacesShareTheAnchorsOfAFile()
    {
        var run = Clusters(features: 6).With("subspaces", "3");
        var shared = run.With("subspace-anchors", "shared");
        var given = run.WithAnchors(shared.UsedAnchors());
        foreach (var (expected, actual) in shared.Estimate().AllNats().Zip(given.Estimate().AllNats())) Assert.Equal(expected, actual, Tolerance);
        Assert.StartsWith("100 shared by 3 subspaces sha256:", given.Estimate().Facts["anchors"]);
    }

    [Fact]
    public void ANumberOfSubspacesThatDoesNotDivideTheFeaturesIsRefused()
    {
        var exception = Assert.Throws<OptionException>(() => Clusters(features: 6).With("subspaces", "4").Estimate());
        Assert.Equal("soft-entropy.subspaces is 4, which does not divide the 6 features of a row; use one of 1, 2, 3, 6.", exception.Message);
    }

    [Fact]
    public void SubspacesOfOneFeatureNeedATemperatureInNumbers()
    {
        var run = Clusters(features: 6).With("subspaces", "6");
        var exception = Assert.Throws<OptionException>(run.Estimate);
        Assert.StartsWith("soft-entropy.temperature is 'exact', but the subspaces have 1 feature,", exception.Message);
        Assert.True(run.With("temperature", "0.1").Estimate().Information > 0);
    }

    [Fact]
    public void AFileOfAnchorsForWholeRowsIsRefused()
    {
        var run = Clusters(features: 6);
        var exception = Assert.Throws<OptionException>(() => run.WithAnchors(run.UsedAnchors()).With("subspaces", "3").Estimate());
        Assert.Equal("soft-entropy.anchors-file is anchors.npy with 6 features; the subspaces have 2: use anchors made for them.", exception.Message);
    }

    [Theory]
    [InlineData(0.0, "1 zero row in a subspace and 0 non-finite rows were left out")]
    [InlineData(double.NaN, "0 zero rows in a subspace and 1 non-finite row were left out")]
    public void ARowWithOneBadBlockIsLeftOutWholeAndChangesNoBitOfTheOthers(double value, string note)
    {
        foreach (var precision in Enum.GetValues<Precision>())
        {
            var run = Clusters(features: 6).With("subspaces", "3") with { Precision = precision };
            var labels = run.LabelSets[0].Labels;
            for (var block = 0; block < 3; block++)
            {
                double[] bad = [1, 2, 3, 4, 5, 6];
                (bad[2 * block], bad[2 * block + 1]) = (value, 0);
                var with = (run with { Rows = [.. run.Rows[..7], bad, .. run.Rows[7..]] }).With(new TestLabels("y", [.. labels[..7], 1, .. labels[7..]])).Estimate();
                Assert.Equal(run.Estimate().AllNats(), with.AllNats());
                Assert.All(with.Estimates, estimate => Assert.Equal((run.Rows.Length, 1), (estimate.RowsUsed, estimate.RowsDropped)));
                Assert.Contains(note, with.Notes);
            }
        }
    }

    [Fact]
    public void NoRowWithADirectionInEverySubspaceIsRefusedInOneSentence()
    {
        var run = Clusters(features: 4).With("subspaces", "2").With([[0.0, 0, 1, 2], [1, 2, 0, 0], [1, 2, double.NaN, 0]]);
        var exception = Assert.Throws<NumericalFailureException>(run.Estimate);
        Assert.Equal("soft-entropy has no row with a direction: of 3 rows, 2 are zero in a subspace and 1 are not finite; check the activations.", exception.Message);
    }

    [Fact]
    public void OneRowHasNoInformation()
    {
        var table = Clusters(features: 4).With("subspaces", "2").With("draws", "2").With([[1.0, 2, 3, 4]]).With(new TestLabels("y", [0])).Estimate();
        Assert.Equal((0.0, 0.0), (table.Information, table.Nats("channel-ceiling")));
        Assert.True(table.Entropy > 0);
    }

    [Fact]
    public void DisposingLeavesNoMatrix()
    {
        var run = Clusters(features: 4).With("subspaces", "2").With("draws", "3");
        var context = run.Context();
        var estimation = new SoftEntropyEstimator().Begin(context);
        run.Observe(estimation, 0, run.Rows.Length);
        // The anchors of each part, and no row.
        Assert.Equal(6, context.Compute.LiveMatrices);
        estimation.Dispose();
        Assert.Equal(0, context.Compute.LiveMatrices);
        context.CloseCompute();
    }

    internal static EstimatorRun Clusters(int features)
    {
        var random = new RandomStream(41, "subspaces");
        int[] labels = [.. Enumerable.Range(0, 60).Select(row => row % 3)];
        return new EstimatorRun
        {
            // Rounded to single, so that rows are the same numbers in either precision.
            Rows = [.. labels.Select(label => Enumerable.Range(0, features).Select(feature => (double)(float)(0.5 * random.NextNormal() + (feature % 3 == label ? 2 : 0))).ToArray())],
            LabelSets = [new TestLabels("y", labels)],
        };
    }
}
