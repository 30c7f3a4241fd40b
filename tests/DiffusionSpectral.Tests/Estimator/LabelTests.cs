namespace Infoscope.Plugins.DiffusionSpectral.Tests.Estimator;

public sealed class LabelTests
{
    [Fact]
    public void OneClassHasNoInformationAndANote()
    {
        var table = EstimatorRun.OfNormals(20, 3).With(new TestLabels("y", new int[20])).Estimate();
        Assert.Equal(0, table.Information.Value.Number, 1e-15);
        Assert.Equal(["label set 'y' has usable rows of one label alone, so its information is 0 by definition"], table.Notes);
        Assert.Equal(table.Entropy.Value.Number, table.Find("conditional-entropy").Value.Number);
    }

    [Fact]
    public void ALabelSetWithoutALabelHasNoEstimatesAndANote()
    {
        var run = EstimatorRun.OfNormals(20, 3);
        var table = run.With(new TestLabels("y", [.. Enumerable.Repeat(-1, 20)]), TestLabels.InTurn(20, 2, "z")).Estimate();
        Assert.Equal(["label set 'y' has no estimates: none of its rows is labelled and finite"], table.Notes);
        Assert.DoesNotContain(table.Estimates, estimate => estimate.LabelSet == "y");
        Assert.Equal(run.With(TestLabels.InTurn(20, 2, "z")).Estimate().AllNumbers(), table.AllNumbers());
    }

    [Fact]
    public void AClassWithFewerRowsThanNeighboursIsNoted()
    {
        var table = EstimatorRun.OfNormals(30, 3).With("entropy", "neighbour-adjacency").With(TestLabels.InTurn(30, 4)).Estimate();
        Assert.Equal(["label set 'y' has no estimates: its smallest class has 7 rows, and this entropy needs at least 10"], table.Notes);
        Assert.Equal("entropy", Assert.Single(table.Estimates).Quantity.Id);
    }

    [Fact]
    public void RowsWithoutALabelChangeNothingButTheEntropyOfAllRows()
    {
        var run = EstimatorRun.OfNormals(40, 3).With("bandwidth", "1");
        var all = run.With(new TestLabels("y", [.. Enumerable.Range(0, 40).Select(row => row < 30 ? row % 3 : -1)])).Estimate();
        var labelled = (run with { Rows = run.Rows[..30] }).With(TestLabels.InTurn(30, 3)).Estimate();
        Assert.Equal(labelled.NatsOf("y"), all.NatsOf("y"));
        Assert.Equal(labelled.Entropy.Value, all.Find("entropy").Value);
        Assert.NotEqual(all.Entropy.Value, all.Find("entropy").Value);
        Assert.Equal((30, 0), (all.Information.RowsUsed, all.Information.RowsDropped));
    }

    [Theory]
    [InlineData("shared")]
    [InlineData("independent")]
    public void OtherLabelSetsItemsAndASecondRunChangeNoBit(string subsets)
    {
        var run = EstimatorRun.OfNormals(40, 3).With("subsets", subsets).With("exact-rows", "25").With("tolerance", "0.1");
        var y = TestLabels.InTurn(40, 4);
        var alone = run.With(y).Estimate();
        Assert.Equal(alone.AllNumbers(), run.With(y).Estimate().AllNumbers());

        // The nulls come last, as the engine puts them.
        var among = (run with { Items = true }).With(TestLabels.InTurn(40, 2, "x"), y, TestLabels.InTurn(40, 5, "z"), new TestLabels("null", [.. y.Labels.Reverse()], "y")).Estimate();
        Assert.Equal(alone.NatsOf("", "y"), among.NatsOf("", "y"));
        Assert.Equal(alone.Information.StandardError, among.Information.StandardError);
    }

    [Fact]
    public void AnotherSeedDrawsOtherSubsets()
    {
        var run = EstimatorRun.OfNormals(40, 3).With(TestLabels.InTurn(40, 4));
        var (one, other) = (run.Estimate(), (run with { Seed = 2 }).Estimate());
        Assert.NotEqual(one.Information.Value, other.Information.Value);
        Assert.Equal(one.Entropy.Value, other.Entropy.Value);
    }

    [Fact]
    public void ItemsAreTheEntropiesOfTheClasses()
    {
        var run = EstimatorRun.OfNormals(30, 3).With("bandwidth", "1") with { Items = true };
        // Classes of 20, 9 and 1.
        int[] labels = [.. Enumerable.Range(0, 30).Select(row => row < 20 ? 2 : row < 29 ? 0 : 1)];
        var table = run.With(new TestLabels("y", labels), new TestLabels("null", [.. labels.Reverse()], "y")).Estimate();
        Assert.Equal(3, table.Estimates.Count(estimate => estimate.Item != ""));
        double[] sizes = [9, 1, 20];
        for (var label = 0; label < 3; label++)
        {
            var item = table.Find("conditional-entropy", item: $"label {label}");
            Assert.Equal(sizes[label], item.RowsUsed);
            if (item.RowsUsed == 1) continue;
            var alone = run with { Rows = [.. run.Rows.Where((_, row) => labels[row] == label)] };
            Assert.Equal(alone.Estimate().Entropy.Value, item.Value);
        }

        var single = table.Find("conditional-entropy", item: "label 1");
        Assert.Equal(0, single.Value.Number);
        Assert.Null(single.Scale);
        Assert.Empty(single.Notes);
        var mean = sizes.Select((size, label) => size / 30 * table.Find("conditional-entropy", item: $"label {label}").Value.Number).Sum();
        Assert.Equal(mean, table.Find("conditional-entropy").Value.Number, 1e-14);
    }

    [Fact]
    public void ANullHasNoEntropyOfItsOwnNoItemsAndNoNotes()
    {
        var run = EstimatorRun.OfNormals(20, 3) with { Items = true };
        var table = run.With(TestLabels.InTurn(20, 2), new TestLabels("null", new int[20], "y")).Estimate();
        Assert.Equal(["conditional-entropy", "mutual-information"], table.Estimates.Where(estimate => estimate.LabelSet == "null").Select(estimate => estimate.Quantity.Id));
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void TheInformationSaysHowOftenItDrewAndWhatItsErrorIsOf()
    {
        var information = EstimatorRun.OfNormals(40, 3).With("repetitions", "7").With(TestLabels.InTurn(40, 4)).Estimate().Information;
        Assert.Equal(7, information.Draws);
        Assert.Equal(information.DrawStandardDeviation!.Value / Math.Sqrt(7), information.StandardError!.Value, 1e-15);
        Assert.Equal(["the standard error is that of the random subsets, and of stochastic eigenvalues where there are any, not of the rows"], information.Notes);
        Assert.Equal(Math.Log(10), information.Ceiling!.Value.Number, 1e-14);
        Assert.Equal(-Math.Log(10), information.Floor!.Value.Number, 1e-14);
        Assert.Equal(Math.Log(40), information.Scale!.Value.Number, 1e-14);

        var unmatched = EstimatorRun.OfNormals(40, 3).With("size-matched", "false").With(TestLabels.InTurn(40, 4)).Estimate().Information;
        Assert.Null(unmatched.Draws);
        Assert.Null(unmatched.StandardError);
        Assert.Empty(unmatched.Notes);
    }
}
