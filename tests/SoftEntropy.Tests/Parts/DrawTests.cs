using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Parts;

public sealed class DrawTests
{
    // Anchors of a file are normalised once more.
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void TheMeanAndTheSpreadAreThoseOfSeparateRunsWithTheSameAnchors(int draws)
    {
        var run = SubspaceTests.Clusters(features: 6) with { Items = true };
        var several = run.With("draws", $"{draws}");
        var separate = Enumerable.Range(0, draws).Select(draw => run.WithAnchors(several.UsedAnchors(draw)).Estimate()).ToArray();
        var table = several.Estimate();
        for (var place = 0; place < table.Estimates.Count; place++)
        {
            var values = separate.Select(one => one.Estimates[place].Value.Number).ToArray();
            var estimate = table.Estimates[place];
            Assert.Equal(values.Average(), estimate.Value.Number, Tolerance);
            Assert.Equal(draws, estimate.Draws);
            Assert.Equal(Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (draws - 1)), estimate.DrawStandardDeviation!.Value, Tolerance);
            if (estimate.Ceiling is { } ceiling) Assert.Equal(separate.Average(one => one.Estimates[place].Ceiling!.Value.Number), ceiling.Number, Tolerance);
        }

        Assert.True(table.Find("entropy")!.DrawStandardDeviation > 1e-3);
    }

    [Fact]
    public void OneDrawHasNoSpread() =>
        Assert.All(SubspaceTests.Clusters(features: 6).Estimate().Estimates, estimate => Assert.Equal((null, null), (estimate.Draws, estimate.DrawStandardDeviation)));

    [Fact]
    public void ANullIsTheMeanOverTheSameDraws()
    {
        var run = SubspaceTests.Clusters(features: 6).With("draws", "3");
        var labels = run.LabelSets[0].Labels;
        var table = run.With(new TestLabels("y", labels), new TestLabels("y~0", labels, "y")).Estimate();
        Assert.Equal(table.Information, table.Nats("mutual-information", "y~0"));
    }

    [Fact]
    public void DrawsOfGivenAnchorsAreRefusedBeforeTheRun()
    {
        var run = SubspaceTests.Clusters(features: 6);
        var options = run.WithAnchors(run.UsedAnchors()).With("draws", "2").Context().Options;
        var exception = Assert.Throws<OptionException>(() => new SoftEntropyEstimator().Requires(options));
        Assert.Equal("soft-entropy.draws is 2, but soft-entropy.anchors-file gives the anchors, so there is nothing to draw; leave one of the two out.", exception.Message);
    }

    [Fact]
    public void MoreAnchorsThanAnArrayHoldsAreRefusedBeforeTheRun()
    {
        var options = SubspaceTests.Clusters(features: 6).With("draws", "2000000000").With("subspaces", "2000000000").With("anchors", "2000000000").Context().Options;
        Assert.Contains("their product may be at most", Assert.Throws<OptionException>(() => new SoftEntropyEstimator().Requires(options)).Message);
    }
}
