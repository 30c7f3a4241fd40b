using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Distributions.Tests.Runs;

namespace Infoscope.Plugins.Distributions.Tests;

public sealed class RowEntropyEstimatorTests
{
    [Fact]
    public void LabelsThatAreNotUsedAreNoted()
    {
        var run = RowEntropyRun.Of([0, 1], [0.5, 0.5]) with { Labels = [0, 1] };
        Assert.Equal(["labels are not used: the mean entropy of the rows of each label comes with --items"], run.Estimate().Notes);
        Assert.Empty((run with { Items = true }).Estimate().Notes);
        Assert.Empty((run with { Labels = [] }).Estimate().Notes);
    }

    // Sums of at most 480 terms of at most ln 12.
    private const double Rounding = 1e-12;

    // Rows in single precision are off by 2^-24 of each share.
    private const double SingleRounding = 1e-6;

    private static readonly string[] Quantities = ["row-entropy", "row-entropy-sd", "mean-row-entropy", "row-divergence"];

    [Fact]
    public void UniformRowsHaveTheLogarithmOfTheirColumns()
    {
        var table = RowEntropyRun.Of([.. Enumerable.Repeat(new[] { 0.25, 0.25, 0.25, 0.25 }, 3)]).Estimate();
        Assert.Equal(Math.Log(4), table["row-entropy"], Rounding);
        Assert.Equal(0, table["row-entropy-sd"], Rounding);
        Assert.Equal(Math.Log(4), table["mean-row-entropy"], Rounding);
        Assert.Equal(0, table["row-divergence"], Rounding);
        var one = table.Of("row-entropy");
        Assert.Equal((Math.Log(4), 0, Math.Log(4), 3, 0), (one.Ceiling!.Value.Number, one.Floor!.Value.Number, one.Scale!.Value.Number, one.RowsUsed, one.RowsDropped));
    }

    [Fact]
    public void OneHotRowsHaveNoneAndTheirDivergenceIsThatOfTheirPlaces()
    {
        var table = RowEntropyRun.Of([1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 1, 0]).Estimate();
        Assert.Equal((0.0, 0.0), (table["row-entropy"], table["row-entropy-sd"]));
        Assert.Equal(Math.Log(2), table["row-divergence"], Rounding);
        Assert.Equal(Math.Log(3), table.Of("row-divergence").Ceiling!.Value.Number);
    }

    [Fact]
    public void TwoValuesHaveTheBinaryEntropy()
    {
        var table = RowEntropyRun.Of([0.25, 0.75], [0.5, 0.5]).Estimate();
        var (first, second) = ((0.25 * Math.Log(4)) + (0.75 * Math.Log(4.0 / 3)), Math.Log(2));
        Assert.Equal((first + second) / 2, table["row-entropy"], Rounding);
        Assert.Equal((second - first) / Math.Sqrt(2), table["row-entropy-sd"], Rounding);
        Assert.Equal((0.375 * Math.Log(1 / 0.375)) + (0.625 * Math.Log(1 / 0.625)), table["mean-row-entropy"], Rounding);
    }

    [Fact]
    public void OneRowHasNoSpreadAndNoDivergence()
    {
        var table = RowEntropyRun.Of([0.25, 0.75]).Estimate();
        Assert.Null(table.Find("row-entropy-sd"));
        Assert.Equal(0, table["row-divergence"]);
        Assert.Equal(0, table.Of("row-divergence").Ceiling!.Value.Number);
    }

    [Fact]
    public void OneColumnHasNoEntropy() => Assert.All(RowEntropyRun.Of([1], [0.9995]).Estimate().Estimates, estimate => Assert.Equal(0, estimate.Value.Number));

    [Fact]
    public void ARowIsDividedByItsSum() =>
        Assert.Equal(RowEntropyRun.Of([0.25, 0.75]).Estimate()["row-entropy"], RowEntropyRun.Of([0.25 * 1.0005, 0.75 * 1.0005]).Estimate()["row-entropy"], Rounding);

    [Property]
    public Property NumbersAreThoseOfTheDefinition() => Prop.ForAll(Drawn.Runs, run =>
    {
        var (expected, table) = (Definition.Of(run.Rows), run.Estimate());
        Assert.Equal(expected.Mean, table["row-entropy"], Rounding);
        Assert.Equal(expected.OfMean, table["mean-row-entropy"], Rounding);
        Assert.Equal(expected.Divergence, table["row-divergence"], Rounding);
        if (run.Rows.Length > 1) Assert.Equal(expected.Deviation, table["row-entropy-sd"], Rounding);
        var single = (run with { Precision = Precision.Single }).Estimate();
        Assert.All(table.Estimates, estimate => Assert.Equal(estimate.Value.Number, single[estimate.Quantity.Id], SingleRounding));
    });

    [Property]
    public Property ALabelHasTheMeanOfItsRowsAndBlocksItemsAndNullsChangeNoBit() => Prop.ForAll(Drawn.Runs, run =>
    {
        var whole = (run with { Labels = [] }).Estimate().Lines().ToArray();
        // Labels without items leave a note and nothing else.
        Assert.Equal(whole, run.Estimate().Lines().SkipLast(1));
        var table = (run with { Items = true, Nulls = 2, BlockSize = 3 }).Estimate();
        Assert.Equal(whole, table.Lines().Take(whole.Length));
        foreach (var label in run.Labels.Where(label => label >= 0).Distinct())
        {
            var rows = run.Rows.Where((_, row) => run.Labels[row] == label).ToArray();
            Assert.Equal(Definition.Of(rows).Mean, table["row-entropy", $"label {label}", "y"], Rounding);
            Assert.Equal(rows.Length, table.Of("row-entropy", $"label {label}", "y").RowsUsed);
        }

        Assert.Equal(run.Labels.Where(label => label >= 0).Distinct().Count(), table.Estimates.Count - whole.Length);
    });

    [Fact]
    public void ANearlyUniformSpreadKeepsItsDigits()
    {
        // Entropies near ln 1000 that differ by 1e-9 of it: sums of squares about 0 would lose them.
        double[] Row(double lift) => [.. Enumerable.Range(0, 1000).Select(column => (1 + (column % 2 == 0 ? lift : -lift)) / 1000)];
        double[][] rows = [.. Enumerable.Range(1, 50).Select(step => Row(1e-5 * step))];
        var expected = Definition.Of(rows).Deviation;
        // Each entropy is a sum of 1,000 terms that rounds by some 1e-15.
        Assert.Equal(expected, RowEntropyRun.Of(rows).Estimate()["row-entropy-sd"], 1e-14);
        Assert.InRange(expected, 1e-9, 1e-6);
    }

    [Fact]
    public void RowsThatAreNotFiniteAreLeftOutAndCounted()
    {
        var run = RowEntropyRun.Of([0.25, 0.75], [double.NaN, 1], [0.5, 0.5], [double.PositiveInfinity, 0]) with { Labels = [0, 0, 1, 2], Items = true };
        var table = run.Estimate();
        Assert.Equal(["left out: 2 rows not finite"], table.Notes);
        Assert.All(Quantities, quantity => Assert.Equal((2, 2), (table.Of(quantity).RowsUsed, table.Of(quantity).RowsDropped)));
        Assert.Equal((1, 1), (table.Of("row-entropy", "label 0", "y").RowsUsed, table.Of("row-entropy", "label 0", "y").RowsDropped));
        Assert.Null(table.Find("row-entropy", "label 2", "y"));
        Assert.Equal((RowEntropyRun.Of([0.25, 0.75], [0.5, 0.5])).Estimate()["row-entropy"], table["row-entropy"]);
    }

    [Fact]
    public void NegativeZeroAndSubnormalEntriesAreEntriesLikeOthers()
    {
        var table = RowEntropyRun.Of([-0.0, 1], [double.Epsilon, 1], [1e-310, 1]).Estimate();
        Assert.All(table.Estimates, estimate => Assert.InRange(estimate.Value.Number, 0, 1e-300));
    }

    [Fact]
    public void ACancelledEstimationSaysSo()
    {
        using var source = new CancellationTokenSource();
        var run = RowEntropyRun.Of([0.5, 0.5]) with { Cancellation = source.Token };
        using var estimation = run.Observed(0, 1);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => run.Observe(estimation, 0, 1));
        Assert.Throws<OperationCanceledException>(() => estimation.Complete());
    }

    [Fact]
    public void ADisposedEstimationIsNotUsed()
    {
        var run = RowEntropyRun.Of([0.5, 0.5]);
        var estimation = run.Observed(0, 1);
        estimation.Dispose();
        Assert.Throws<ObjectDisposedException>(() => run.Observe(estimation, 0, 1));
        Assert.Throws<ObjectDisposedException>(() => estimation.Complete());
        Assert.Throws<ObjectDisposedException>(() => estimation.Save(new MemoryStream()));
    }
}
