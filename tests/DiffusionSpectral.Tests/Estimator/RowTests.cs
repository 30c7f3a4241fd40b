namespace Infoscope.Plugins.DiffusionSpectral.Tests.Estimator;

/// <summary>What becomes of rows that are not as they should be.</summary>
public sealed class RowTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void RowsThatAreNotFiniteAreLeftOutAndCounted(double value)
    {
        var clean = EstimatorRun.OfNormals(30, 3);
        var spoilt = clean with { Rows = [.. clean.Rows.Take(5), [0, value, 0], .. clean.Rows.Skip(5), [value, value, value]] };
        // The first of the two has a label.
        int[] labels = [.. Enumerable.Range(0, 30).Select(row => row % 2)];
        var (expected, actual) = (clean.With(new TestLabels("y", labels)).Estimate(), spoilt.With(new TestLabels("y", [.. labels.Take(5), 1, .. labels.Skip(5), -1])).Estimate());
        Assert.Equal(expected.AllNumbers(), actual.AllNumbers());
        Assert.Equal(["2 non-finite rows were left out of 32"], actual.Notes);
        Assert.Empty(expected.Notes);
        Assert.Equal((30, 2), (actual.Entropy.RowsUsed, actual.Entropy.RowsDropped));
        Assert.Equal((30, 1), (actual.Find("entropy").RowsUsed, actual.Find("entropy").RowsDropped));
        Assert.Equal((30, 1), (actual.Information.RowsUsed, actual.Information.RowsDropped));
    }

    [Fact]
    public void ASingleRowThatIsNotFiniteIsCountedInTheSingular()
    {
        var run = EstimatorRun.OfNormals(10, 2);
        Assert.Equal(["1 non-finite row was left out of 11"], (run with { Rows = [.. run.Rows, [double.NaN, 0]] }).Estimate().Notes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void FewerThanTwoFiniteRowsAreRefused(int finite)
    {
        var run = new EstimatorRun { Rows = [.. Enumerable.Range(0, 3).Select(row => new[] { row < finite ? 1 : double.NaN })] };
        Assert.Equal(
            $"diffusion-spectral needs at least 2 finite rows and has {finite} of 3: check the activations.",
            Assert.Throws<NumericalFailureException>(run.Estimate).Message);
    }

    [Fact]
    public void RowsThatWereNeverObservedAreRefused()
    {
        var context = EstimatorRun.OfNormals(3, 1).Context();
        using var estimation = new DiffusionSpectralEstimator().Begin(context);
        Assert.Equal(
            "diffusion-spectral needs at least 2 finite rows and has 0 of 0: check the activations.",
            Assert.Throws<NumericalFailureException>(estimation.Complete).Message);
    }

    [Fact]
    public void EqualRowsHaveNoEntropyAtABandwidthThatIsGiven()
    {
        var table = new EstimatorRun { Rows = [.. Enumerable.Repeat(new[] { 0.3, 4 }, 6)] }.With("bandwidth", "1").With(TestLabels.InTurn(6, 2)).Estimate();
        Assert.Equal(0, table.Entropy.Value.Number);
        Assert.Equal(["at the lower end of its range, 0.0 % of the way through it: of 6 rows, at this resolution, nearly all rows are one; a smaller bandwidth or a shorter time tells more"], table.Entropy.Notes);
        Assert.Equal(0, table.Information.Value.Number);
    }

    [Fact]
    public void EqualRowsAreRefusedAtTheMedianBandwidth() => Assert.Equal(
        "bandwidth 'median/4' is 0, as the median distance of the 6 rows is: more than half of the pairs of rows are equal; use a number as bandwidth.",
        Assert.Throws<NumericalFailureException>(new EstimatorRun { Rows = [.. Enumerable.Repeat(new[] { 0.3, 4 }, 6)] }.Estimate).Message);

    [Fact]
    public void ASubsampleIsTheEnginesToTellOf()
    {
        var run = EstimatorRun.OfNormals(30, 3).With(TestLabels.InTurn(30, 3));
        var (all, some) = (run.Estimate(), (run with { TotalRows = 100_000 }).Estimate());
        Assert.Equal(all.AllNumbers(), some.AllNumbers());
        Assert.Empty(some.Notes);
        Assert.Equal(30, some.Entropy.RowsUsed);
        Assert.Equal(0, some.Entropy.RowsDropped);
    }

    [Fact]
    public void ASecondBlockIsRefused()
    {
        var run = EstimatorRun.OfNormals(5, 2);
        using var estimation = new DiffusionSpectralEstimator().Begin(run.Context());
        run.Observe(estimation);
        Assert.Equal(
            "diffusion-spectral takes all rows in one block, and this is a second one.",
            Assert.Throws<InvalidOperationException>(() => run.Observe(estimation)).Message);
    }

    [Fact]
    public void NothingIsToBeHadAfterDisposal()
    {
        var run = EstimatorRun.OfNormals(5, 2);
        var estimation = new DiffusionSpectralEstimator().Begin(run.Context());
        run.Observe(estimation);
        estimation.Dispose();
        estimation.Dispose();
        Assert.Throws<ObjectDisposedException>(() => run.Observe(estimation));
        Assert.Throws<ObjectDisposedException>(estimation.Complete);
    }

    [Fact]
    public void ACancelledEstimationStops()
    {
        using var source = new CancellationTokenSource();
        var run = EstimatorRun.OfNormals(5, 2) with { Cancellation = source.Token };
        using var estimation = new DiffusionSpectralEstimator().Begin(run.Context());
        run.Observe(estimation);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(estimation.Complete);
        Assert.Throws<OperationCanceledException>(run.Estimate);
    }

    [Theory]
    [InlineData("diffusion")]
    [InlineData("matrix-entry")]
    [InlineData("gaussian-adjacency")]
    [InlineData("neighbour-adjacency")]
    public void AnEstimationThatIsCancelledWhileItComputesStops(string entropy)
    {
        using var source = new CancellationTokenSource();
        var run = EstimatorRun.OfNormals(40, 2).With("entropy", entropy).With("bandwidth", "1") with { Cancellation = source.Token, Opening = source.Cancel };
        Assert.Throws<OperationCanceledException>(run.Estimate);
    }
}
