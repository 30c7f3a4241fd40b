using System.Reflection;
using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests;

public sealed class SoftEntropyEstimatorTests
{
    private static readonly EstimatorRun Run = Example();

    [Fact]
    public void EveryQuantityItGivesIsOneItNames()
    {
        var named = typeof(SoftEntropyEstimator).GetCustomAttributes<EstimatesAttribute>().Select(attribute => attribute.Quantity);
        Assert.Equal(named.Order(), Run.Estimate().Estimates.Select(estimate => estimate.Quantity.Id).Distinct().Order());
        Assert.All(named, quantity => Assert.NotNull(Quantities.Find(quantity)));
    }

    [Fact]
    public void EveryLawThatIsNotOwedIsClaimedOrDisclaimed()
    {
        // What is said twice, or against itself, the battery points out.
        Law[] owed = [Law.UnitConversion, Law.DegenerateInputs, Law.InputUnchanged, Law.CancellationObeyed, Law.MemoryReleased];
        var type = typeof(SoftEntropyEstimator);
        var spokenOf = type.GetCustomAttributes<ClaimsAttribute>().Select(claim => claim.Law).Concat(type.GetCustomAttributes<DoesNotClaimAttribute>().Select(claim => claim.Law)).Distinct().Order();
        Assert.Equal(Enum.GetValues<Law>().Except(owed), spokenOf);
    }

    [Fact]
    public void RowsAreWantedAsAStream()
    {
        var requirements = new SoftEntropyEstimator().Requires(Run.Context().Options);
        Assert.Equal((RowAccess.Stream, InputNeed.Optional), (requirements.Access, requirements.Labels));
    }

    [Fact]
    public void ASurveyIsWantedForCentringAlone()
    {
        Assert.False(new SoftEntropyEstimator().Requires(Run.Context().Options).Survey);
        Assert.True(new SoftEntropyEstimator().Requires(Run.With("centre", "true").Context().Options).Survey);
    }

    [Theory]
    [InlineData(1, 1, 100)]
    [InlineData(3, 4, 50)]
    public void ALabelTakesTheBytesOfItsSumsInEveryPartAndSomeMore(int draws, int subspaces, int anchors)
    {
        var run = Run.With("draws", $"{draws}").With("subspaces", $"{subspaces}").With("anchors", $"{anchors}");
        Assert.Equal(draws * subspaces * (8 * anchors + 100), new SoftEntropyEstimator().Requires(run.Context().Options).BytesPerLabel);
    }

    [Fact]
    public void TheAnchorsOfAFileDecideTheBytesOfALabel() =>
        Assert.Equal(8 * 2 + 100, new SoftEntropyEstimator().Requires(Run.WithAnchors([[1, 0, 0], [0, 1, 0]]).Context().Options).BytesPerLabel);

    [Theory]
    [InlineData("temperature", "exactly")]
    [InlineData("anchors", "1")]
    [InlineData("anchor", "5")]
    [InlineData("subspaces", "0")]
    [InlineData("subspace-anchors", "mine")]
    [InlineData("draws", "0")]
    [InlineData("centre", "yes")]
    public void AnOptionThatIsNotAllowedIsRefusedBeforeTheRun(string option, string value) =>
        Assert.Throws<OptionException>(() => new SoftEntropyEstimator().Requires(Run.With(option, value).Context().Options));

    [Fact]
    public void TheFactsAreTheTemperatureWithItsRuleAndTheAnchorsWithTheirHash()
    {
        var facts = Run.Estimate().Facts;
        Assert.Equal(["temperature", "anchors"], facts.Keys);
        Assert.Equal("0.00735758882343 (exact)", facts["temperature"]);
        Assert.Matches("^100 sha256:[0-9a-f]{16}$", facts["anchors"]);
        Assert.Equal("0.01 (given)", Run.With("temperature", "0.01").Estimate().Facts["temperature"]);
    }

    [Fact]
    public void AFileOfAnchorsOverridesTheirNumber() =>
        Assert.StartsWith("2 sha256:", Run.WithAnchors([[1, 0, 0], [0, 1, 0]]).Estimate().Facts["anchors"]);

    [Fact]
    public void InformationIsNormalisedByTheLogarithmOfTheAnchors()
    {
        foreach (var estimate in Run.Estimate().Estimates)
        {
            var expected = estimate.Quantity.Id switch
            {
                "disentanglement" => Math.Log(2),
                "disentanglement-uniform" => Math.Log(3),
                _ => Math.Log(100),
            };
            Assert.Equal(expected, estimate.Scale!.Value.Number);
        }
    }

    [Fact]
    public void TheCeilingOfTheInformationIsTheLesserOfLabelsAndChannel()
    {
        var few = Run.Estimate();
        Assert.Equal(Math.Log(3), few.Find("mutual-information")!.Ceiling!.Value.Number, 1e-14);
        var distinct = Run.With(new TestLabels("y", [.. Run.Rows.Select((_, row) => row)])).Estimate();
        Assert.Equal(distinct.Nats("channel-ceiling"), distinct.Find("mutual-information")!.Ceiling!.Value.Number);
    }

    [Fact]
    public void ItemsAreLabelsByNameAndOnlyThoseThatOccur()
    {
        var table = (Run with { Items = true }).With(new TestLabels("y", Run.LabelSets[0].Labels) { Count = 10 }).Estimate();
        Assert.Equal(["label 0", "label 1", "label 2"], table.Estimates.Where(estimate => estimate.Item.Length > 0).Select(estimate => estimate.Item));
        Assert.Equal([0, 0, 1], table.Estimates.Where(estimate => estimate.Item.Length > 0).Select(estimate => (int)estimate.RowsDropped));
    }

    [Fact]
    public void ANullHasTheNumbersThatItsLabelsChangeWithoutCeilingBiasAndItems()
    {
        var labels = Run.LabelSets[0].Labels;
        var table = (Run with { Items = true }).With(new TestLabels("y", labels), new TestLabels("y~0", labels, "y")).Estimate();
        var quantities = table.Estimates.Where(estimate => estimate.LabelSet == "y~0").Select(estimate => estimate.Quantity.Id);
        Assert.Equal(["conditional-entropy", "mutual-information", "disentanglement", "disentanglement-uniform", "conditional-entropy-unweighted", "mutual-information-unweighted"], quantities);
        Assert.All(quantities, quantity => Assert.Equal(table.Nats(quantity), table.Nats(quantity, "y~0")));
    }

    [Theory]
    [InlineData(20, 1, false)]
    [InlineData(19, 1, true)]
    [InlineData(40, 2, false)]
    [InlineData(39, 2, true)]
    public void TheNullBiasOfFewRowsPerLabelSaysThatItOvershoots(int rows, int labels, bool says)
    {
        var run = Run with { Rows = [.. Enumerable.Range(0, rows).Select(row => new[] { 1.0, row, row % 3 })] };
        var table = run.With(new TestLabels("y", [.. Enumerable.Range(0, rows).Select(row => row % labels)])).Estimate();
        Assert.Equal(says, table.Find("null-bias")!.Notes.Count == 1);
        Assert.Equal(table.Find("null-bias")!.Notes, table.Find("mutual-information-corrected")!.Notes);
    }

    [Fact]
    public void ALabelSetWithoutALabelledRowHasANoteAndNoEstimate()
    {
        var table = Run.With(new TestLabels("y", [.. Run.Rows.Select(_ => -1)])).Estimate();
        Assert.Equal(["entropy"], table.Estimates.Select(estimate => estimate.Quantity.Id));
        Assert.Contains("label set 'y' has no labelled row that can be used, so it has no estimates", table.Notes);
    }

    [Fact]
    public void NoRowWithADirectionIsRefusedInOneSentence()
    {
        var exception = Assert.Throws<NumericalFailureException>(() => Run.With([new double[3], new double[3], [double.NaN, 1, 1]]).Estimate());
        Assert.Equal("soft-entropy has no row with a direction: of 3 rows, 2 are zero and 1 are not finite; check the activations.", exception.Message);
    }

    [Fact]
    public void OneFeatureRunsAtAGivenTemperature()
    {
        var run = new EstimatorRun
        {
            Rows = [.. Enumerable.Range(0, 10).Select(row => new double[] { row < 5 ? -2 : 3 })],
            LabelSets = [new TestLabels("y", [.. Enumerable.Range(0, 10).Select(row => row / 5)])],
            Options = { ["temperature"] = "0.01", ["anchors"] = "20" },
        };
        Assert.Equal(Math.Log(2), run.Estimate().Information, 1e-12);
        Assert.Throws<OptionException>(() => run.With("temperature", "exact").Estimate());
    }

    [Fact]
    public void OneRowHasTheEntropyOfItsAssignmentAndNoInformation()
    {
        var table = Run.With([[1.0, 2, 3]]).With(new TestLabels("y", [0])).Estimate();
        Assert.Equal((0.0, 0.0), (table.Information, table.Nats("channel-ceiling")));
        Assert.True(table.Entropy > 0);
    }

    [Fact]
    public void DisposingLeavesNoMatrix()
    {
        var context = Run.Context();
        var estimation = new SoftEntropyEstimator().Begin(context);
        Run.Observe(estimation, 0, Run.Rows.Length);
        Assert.Equal(1, context.Compute.LiveMatrices);
        estimation.Dispose();
        estimation.Dispose();
        Assert.Equal(0, context.Compute.LiveMatrices);
        Assert.Throws<ObjectDisposedException>(estimation.Complete);
        context.CloseCompute();
    }

    [Fact]
    public void ACancelledRunStops()
    {
        using var source = new CancellationTokenSource();
        var run = Run with { Cancellation = source.Token };
        using var estimation = new SoftEntropyEstimator().Begin(run.Context());
        run.Observe(estimation, 0, 10);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => run.Observe(estimation, 10, 20));
        Assert.Throws<OperationCanceledException>(estimation.Complete);
    }

    [Fact]
    public void CompletingLeavesTheStateAsItIs()
    {
        using var estimation = new SoftEntropyEstimator().Begin(Run.Context());
        Run.Observe(estimation, 0, 20);
        estimation.Complete();
        Run.Observe(estimation, 20, Run.Rows.Length);
        Assert.Equal(Run.Estimate().AllNats(), new EstimateTable(estimation.Complete()).AllNats());
    }

    [Fact]
    public void TheRowsAreOnlyRead()
    {
        double[][] rows = [.. Run.Rows.Select(row => (double[])row.Clone())];
        Run.Estimate();
        Assert.Equal(rows, Run.Rows);
    }

    private static EstimatorRun Example()
    {
        var random = new RandomStream(31, "estimator");
        return new EstimatorRun
        {
            // Row 59, of label 2, is zero; labels 0, 1 and 2 have 20 usable rows each.
            Rows = [.. Enumerable.Range(0, 61).Select(row => row == 59 ? new double[3] : [random.NextNormal(), random.NextNormal(), random.NextNormal()])],
            LabelSets = [new TestLabels("y", [.. Enumerable.Range(0, 61).Select(row => row == 60 ? 2 : row % 3)])],
        };
    }
}
