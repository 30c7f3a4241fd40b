using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Binning.Tests.Problems;

namespace Infoscope.Plugins.Binning.Tests.States;

public sealed class MergingTests
{
    [Property]
    public Property BlocksOfAnySizeAndStatesSavedRestoredAndMergedInAnyOrderGiveTheSameBits() => Prop.ForAll(ProblemGenerator.Problems, problem =>
    {
        var run = problem.Run with { Items = true, BlockSize = 1000 };
        var expected = run.Estimate().AllNats();
        Assert.Equal(expected, (run with { BlockSize = 1 }).Estimate().AllNats());
        var cut = run.Rows.Length / 3;
        using var sum = new BinningEstimator().Restore(run.Context(), new MemoryStream(Saved(run, 2 * cut, run.Rows.Length)));
        using var first = run.Observed(0, cut);
        using var second = new BinningEstimator().Restore(run.Context(), new MemoryStream(Saved(run, cut, 2 * cut)));
        second.Merge(first);
        sum.Merge(second);
        Assert.Equal(expected, new EstimateTable(sum.Complete()).AllNats());
    });

    [Theory]
    [InlineData("joint")]
    [InlineData("per-dimension")]
    public void AStateMayBeRestoredAndGoOnAndSavesTheSameBytesWhateverTheOrder(string mode)
    {
        var run = Example().With("mode", mode).With("bins", "2");
        using var restored = new BinningEstimator().Restore(run.Context(), new MemoryStream(Saved(run, 0, 11)));
        run.Observe(restored, 11, run.Rows.Length);
        Assert.Equal(run.Estimate().AllNats(), new EstimateTable(restored.Complete()).AllNats());
        using var later = run.Observed(11, run.Rows.Length);
        using var sooner = run.Observed(0, 11);
        later.Merge(sooner);
        Assert.Equal(SavedBytes(restored), SavedBytes(later));
    }

    [Fact]
    public void TheNullsOfAFinishedFoldMayBeLeftOut()
    {
        var run = Example();
        using var fold = run.With(run.LabelSets[0], new TestLabels("y~0", [.. run.LabelSets[0].Labels.Reverse()], "y")).Observed(0, 30);
        using var sum = (IMergeableEstimation)new BinningEstimator().Begin(run.Context());
        sum.Merge(fold);
        Assert.Equal(run.Estimate().AllNats(), new EstimateTable(sum.Complete()).AllNats());
    }

    [Theory]
    [InlineData("bins", "7")]
    [InlineData("mode", "argmax")]
    [InlineData("correction", "chao-shen")]
    [InlineData("grid", "quantile")]
    public void AStateOfOtherOptionsIsRefused(string option, string value)
    {
        var run = Example();
        using var one = run.Observed(0, 30);
        using var other = run.With(option, value).Observed(0, 30);
        Assert.StartsWith("the two estimations differ: ", Assert.Throws<ArgumentException>(() => one.Merge(other)).Message);
        AssertRefused(run.With(option, value), Saved(run, 0, 30));
    }

    [Fact]
    public void AStateOverAnotherGridIsRefused()
    {
        var run = Example();
        using var one = run.Observed(0, 30);
        using var other = (run with { Surveyed = run.Rows[..10] }).Observed(0, 30);
        Assert.StartsWith("the two estimations differ: ", Assert.Throws<ArgumentException>(() => one.Merge(other)).Message);
    }

    [Fact]
    public void AStateOfAnotherEstimatorOrWithFewerLabelSetsIsRefused()
    {
        var run = Example();
        using var one = run.Observed(0, 30);
        using var none = (run with { LabelSets = [] }).Observed(0, 30);
        Assert.StartsWith("the other estimation has 0 label sets; this one's 1 must be the first of them.", Assert.Throws<ArgumentException>(() => one.Merge(none)).Message);
        using var renamed = run.With(new TestLabels("x", run.LabelSets[0].Labels)).Observed(0, 30);
        Assert.StartsWith("label set 0 is label set 'y' of 3 labels here", Assert.Throws<ArgumentException>(() => one.Merge(renamed)).Message);
    }

    [Fact]
    public void AStateOfAnotherSeedMergesSinceNothingIsDrawn()
    {
        var run = Example();
        using var sum = run.Observed(0, 11);
        using var rest = new BinningEstimator().Restore(run.Context(), new MemoryStream(Saved(run with { Seed = 2 }, 11, run.Rows.Length)));
        sum.Merge(rest);
        Assert.Equal(run.Estimate().AllNats(), new EstimateTable(sum.Complete()).AllNats());
    }

    private static void AssertRefused(BinningRun run, byte[] bytes) =>
        Assert.StartsWith("the stream holds no state of this binning estimation: ", Assert.Throws<InvalidDataException>(() => new BinningEstimator().Restore(run.Context(), new MemoryStream(bytes))).Message);

    private static byte[] Saved(BinningRun run, int first, int end)
    {
        using var estimation = run.Observed(first, end);
        return SavedBytes(estimation);
    }

    private static byte[] SavedBytes(IMergeableEstimation estimation)
    {
        using var stream = new MemoryStream();
        estimation.Save(stream);
        return stream.ToArray();
    }

    private static BinningRun Example()
    {
        var random = new RandomStream(1, "example");
        return new BinningRun
        {
            Rows = [.. Enumerable.Range(0, 30).Select(_ => new[] { random.NextNormal(), random.NextNormal(), random.NextNormal() })],
            LabelSets = [new TestLabels("y", [.. Enumerable.Range(0, 30).Select(row => (row % 4) - 1)])],
        };
    }
}
