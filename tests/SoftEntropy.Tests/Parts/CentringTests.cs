using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Parts;

public sealed class CentringTests
{
    [Fact]
    public void CentringIsFeedingCentredRowsToTheLastBitInSinglePrecisionToo()
    {
        var run = SubspaceTests.Clusters(features: 6) with { Precision = Precision.Single };
        double[] mean = [.. run.With("centre", "true").Context().Survey!.Mean];
        // The difference in double, then rounded once.
        var centred = run.With([.. run.Rows.Select(row => row.Zip(mean, (value, middle) => (double)(float)(value - middle)).ToArray())]);
        Assert.Equal(centred.Estimate().AllNats(), run.With("centre", "true").Estimate().AllNats());
    }

    [Fact]
    public void TheFactsNameTheMeanRow()
    {
        var run = SubspaceTests.Clusters(features: 6);
        Assert.DoesNotContain("centre", run.Estimate().Facts.Keys);
        var mean = run.With("centre", "true").Context().Survey!.Mean;
        Assert.Equal($"6 sha256:{new NumericArray("", [6], [.. mean]).ContentHash()}", run.With("centre", "true").Estimate().Facts["centre"]);
    }

    [Fact]
    public void ARowThatIsTheMeanHasNoDirectionAndIsCounted()
    {
        var table = SubspaceTests.Clusters(features: 2).With([[1.0, 0], [-1, 0], [0, 2], [0, -2], [0, 0]]).With(new TestLabels("y", [0, 0, 1, 1, 1])).With("centre", "true").Estimate();
        Assert.Equal((4, 1), (table.Find("entropy")!.RowsUsed, table.Find("entropy")!.RowsDropped));
        Assert.Contains("1 zero row after centring and 0 non-finite rows were left out", table.Notes);
    }

    [Fact]
    public void OneRowIsItsOwnMeanAndRefusedInOneSentence()
    {
        var run = SubspaceTests.Clusters(features: 2).With([[3.0, 4]]).With(new TestLabels("y", [0])).With("centre", "true");
        var exception = Assert.Throws<NumericalFailureException>(run.Estimate);
        Assert.Equal("soft-entropy has no row with a direction: of 1 rows, 1 are zero after centring and 0 are not finite; check the activations.", exception.Message);
    }

    [Fact]
    public void AContextWithoutASurveyIsRefused()
    {
        var context = SubspaceTests.Clusters(features: 2).With("centre", "true").Context();
        var without = new EstimationContext
        {
            EstimatorId = context.EstimatorId,
            Shape = context.Shape,
            Precision = context.Precision,
            Options = context.Options,
            Seed = context.Seed,
            Log = context.Log,
            OpenCompute = context.OpenCompute,
        };
        Assert.Throws<ArgumentException>(() => new SoftEntropyEstimator().Begin(without));
    }
}
