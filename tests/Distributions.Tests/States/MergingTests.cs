using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Distributions.Tests.Runs;

namespace Infoscope.Plugins.Distributions.Tests.States;

public sealed class MergingTests
{
    private const int Parts = 5;
    private const double Rounding = 1e-12;

    [Property]
    public Property PartialStatesSavedAndRestoredMergeInAnyOrderToOnePass() => Prop.ForAll(Drawn.Runs, run => AssertMerges(run with { Items = true }, run.Rows.Length));

    [Fact]
    public void SoDoThoseOfAttention()
    {
        var run = OfSequences() with { Items = true };
        AssertMerges(run, run.Sequences.Count);
        AssertMerges(run.With("normalize", "support"), run.Sequences.Count);
    }

    [Fact]
    public void AStateMayBeRestoredAndGoOn()
    {
        var run = Drawn.Rows(30, 4, 1, 3);
        using var second = new RowEntropyEstimator().Restore(run.Context(), new MemoryStream(run.Saved(0, 11)));
        run.Observe(second, 11, 30);
        Assert.Equal(run.Estimate().Lines(), new EstimateTable(second.Complete()).Lines());
    }

    [Fact]
    public void MergingLeavesTheOtherStateAsItIsAndTakesFewerLabelSets()
    {
        var run = Drawn.Rows(30, 4, 1, 3);
        using var whole = (run with { Nulls = 2 }).Observed(0, 30);
        var before = new EstimateTable(whole.Complete()).Lines().ToArray();
        using var sum = run.Observed(0, 0);
        sum.Merge(whole);
        Assert.Equal(before, new EstimateTable(sum.Complete()).Lines());
        Assert.Equal(before, new EstimateTable(whole.Complete()).Lines());
        Assert.StartsWith("the other estimation has 1 label sets; this one's 3 must be the first of them.", Assert.Throws<ArgumentException>(() => whole.Merge(sum)).Message);
    }

    public static TheoryData<string> Differences => ["features", "tolerance", "source", "label set"];

    [Theory]
    [MemberData(nameof(Differences))]
    public void AStateBegunOtherwiseIsRefused(string difference)
    {
        var run = Drawn.Rows(12, 4, 1, 3);
        var other = difference switch
        {
            "features" => Drawn.Rows(12, 5, 1, 3),
            "tolerance" => run.With("tolerance", "0.01"),
            "source" => run.With("source", "attention"),
            _ => run with { Labels = [.. run.Labels.Select(label => label + 1)] },
        };
        using var mine = run.Observed(0, 12);
        using var theirs = other.Observed(0, difference == "source" ? 0 : 12);
        Assert.Throws<ArgumentException>(() => mine.Merge(theirs));
        using var stream = new MemoryStream();
        theirs.Save(stream);
        stream.Position = 0;
        Assert.Throws<InvalidDataException>(() => new RowEntropyEstimator().Restore(run.Context(), stream));
    }

    [Fact]
    public void AttentionOfAnotherShapeIsNotMerged()
    {
        using var mine = RowEntropyRun.OfAttention(FedSequence.Of(FedSequence.Uniform(3))).Observed(0, 1);
        using var theirs = RowEntropyRun.OfAttention(FedSequence.Of(FedSequence.Uniform(3), FedSequence.Uniform(3))).Observed(0, 1);
        Assert.StartsWith("this estimation has attention of 1 heads over 3 positions, and the other of 2 over 3; merge those of one model.", Assert.Throws<ArgumentException>(() => mine.Merge(theirs)).Message);
    }

    [Fact]
    public void AForeignEstimationIsRefused()
    {
        using var mine = Drawn.Rows(3, 2, 1, 3).Observed(0, 3);
        Assert.Throws<ArgumentException>(() => mine.Merge(new ForeignEstimation()));
    }

    internal static RowEntropyRun OfSequences()
    {
        var random = new RandomStream(4, "attention");
        float[][] Head() => [.. Enumerable.Range(0, 6).Select(_ => Array.ConvertAll(Drawn.Softmax([.. Enumerable.Range(0, 6).Select(_ => random.NextNormal())]), share => (float)share))];
        return RowEntropyRun.OfAttention([.. Enumerable.Range(0, 4).Select(_ => FedSequence.Of(Head(), Head(), Head())), FedSequence.Of(FedSequence.Causal(6), FedSequence.Causal(6), FedSequence.ToItself(6)), new FedSequence([0, 1])])
            with { Labels = [.. Enumerable.Range(0, 32).Select(row => row % 3)] };
    }

    private static void AssertMerges(RowEntropyRun run, int count)
    {
        var estimator = new RowEntropyEstimator();
        using var merged = (IMergeableEstimation)estimator.Begin(run.Context());
        foreach (var part in new[] { 3, 0, 4, 2, 1 })
        {
            using var restored = estimator.Restore(run.Context(), new MemoryStream(run.Saved(count * part / Parts, count * (part + 1) / Parts)));
            merged.Merge(restored);
        }

        var (expected, table) = (run.Estimate(), new EstimateTable(merged.Complete()));
        Assert.Equal(expected.Estimates.Count, table.Estimates.Count);
        Assert.Equal(expected.Notes, table.Notes);
        Assert.Equal(expected.Facts, table.Facts);
        foreach (var estimate in expected.Estimates)
        {
            var other = table.Of(estimate.Quantity.Id, estimate.Item, estimate.LabelSet);
            Assert.Equal(estimate.Value.Number, other.Value.Number, Rounding);
            Assert.Equal(estimate.Scale!.Value.Number, other.Scale!.Value.Number, Rounding);
            Assert.Equal((estimate.RowsUsed, estimate.RowsDropped), (other.RowsUsed, other.RowsDropped));
        }
    }

    private sealed class ForeignEstimation : IEstimation
    {
        public void Observe(in ActivationBlock block)
        {
        }

        public EstimateSet Complete() => new() { Estimates = [] };
    }
}
