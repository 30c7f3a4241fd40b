using System.Reflection;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Estimator;

public sealed class LassoEstimatorTests
{
    private static readonly LassoRun Run = LassoRun.Drawn(3, 12, 16).With("lambda-ratio", "0.2");

    [Fact]
    public void EveryQuantityItGivesIsOneItNames()
    {
        var named = typeof(LassoEstimator).GetCustomAttributes<EstimatesAttribute>().Select(attribute => attribute.Quantity);
        var full = (Run with { Items = true }).With(Run.Sequences[0].AttendedBy([.. Enumerable.Range(0, 12).Select(place => 1f + place)])).With("path-points", "2").With("token-items", "all");
        Assert.Equal(named.Order(), full.Estimate().Estimates.Select(estimate => estimate.Quantity.Id).Distinct().Order());
    }

    [Fact]
    public void WholeSequencesAreWantedInDoubleAndAttentionWhereThereIsSome()
    {
        var requirements = new LassoEstimator().Requires(Run.OptionValues());
        Assert.Equal((RowAccess.WholeSequences, Precision.Double), (requirements.Access, requirements.Precision!.Value));
        Assert.Equal((InputNeed.Required, InputNeed.Optional, InputNeed.None), (requirements.Sequences, requirements.Attention, requirements.Labels));
    }

    [Fact]
    public void TwoRunsGiveTheSameBits() => Assert.Equal(Run.Estimate().Lines(), Run.Estimate().Lines());

    [Fact]
    public void AnotherSeedChangesWhatIsDrawnAlone()
    {
        var (one, other) = (Run.Estimate(), (Run with { Seed = 2 }).Estimate());
        foreach (var (left, right) in one.Estimates.Zip(other.Estimates))
        {
            var isDrawn = left.Draws is not null || left.Quantity.Id == "removal-chance";
            Assert.True(isDrawn || LassoTable.Line(left) == LassoTable.Line(right), $"{left.Quantity.Id} {left.Against} changes");
        }

        Assert.NotEqual(one["information-retained", "random tokens"], other["information-retained", "random tokens"]);
    }

    [Theory]
    [InlineData("selected")]
    [InlineData("all")]
    public void ItemsLeaveTheRestToTheBit(string which)
    {
        var with = (Run with { Items = true }).With("token-items", which).Estimate();
        Assert.Equal(Run.With("token-items", which).Estimate().Lines(), with.Wholes.Select(LassoTable.Line).Concat(with.Notes));
    }

    [Fact]
    public void ACancelledRunStops()
    {
        using var source = new CancellationTokenSource();
        using var estimation = (Run with { Cancellation = source.Token }).Observed(0);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Run.Observe(estimation, [1]));
        Assert.Throws<OperationCanceledException>(estimation.Complete);
    }

    [Fact]
    public void TokensAndAttentionAreOnlyRead()
    {
        var random = new RandomStream(3, "input");
        var rows = AutoregressiveTokens.Normals(6 * 5, random);
        float[] attention = [.. AutoregressiveTokens.Normals(36, random).Select(value => (float)(value * value))];
        var (rowsBefore, attentionBefore) = ((double[])rows.Clone(), (float[])attention.Clone());
        var context = LassoRun.Drawn(1, 6, 5).With("top-k", "2").Context();
        using var estimation = new LassoEstimator().Begin(context);
        estimation.Observe(new ActivationBlock
        {
            Rows = 6,
            Features = 5,
            Double = rows,
            RowIndices = new long[] { 0, 1, 2, 3, 4, 5 },
            SequenceIds = new int[6],
            Positions = new[] { 0, 1, 2, 3, 4, 5 },
            AttentionHeads = 1,
            AttentionLength = 6,
            Attention = attention,
        });
        Assert.NotNull(new LassoTable(estimation.Complete()).Find("overlap", "attention"));
        Assert.Equal(rowsBefore, rows);
        Assert.Equal(attentionBefore, attention);
        context.CloseCompute();
    }

    [Fact]
    public void DisposingTwiceIsOnceAndNothingGoesOnAfterwards()
    {
        var context = Run.Context();
        var estimation = (IMergeableEstimation)new LassoEstimator().Begin(context);
        Run.Observe(estimation, [0, 1]);
        Assert.Equal(0, context.Compute.LiveMatrices);
        estimation.Dispose();
        estimation.Dispose();
        using var other = Run.Observed(2);
        Assert.Throws<ObjectDisposedException>(() => Run.Observe(estimation, [2]));
        Assert.Throws<ObjectDisposedException>(estimation.Complete);
        Assert.Throws<ObjectDisposedException>(() => estimation.Merge(other));
        Assert.Throws<ObjectDisposedException>(() => other.Merge(estimation));
        Assert.Throws<ObjectDisposedException>(() => estimation.Save(Stream.Null));
        context.CloseCompute();
    }

    [Fact]
    public void CompletingLeavesTheStateAsItIs()
    {
        using var estimation = Run.Observed(0, 1);
        var first = new LassoTable(estimation.Complete()).Lines().ToArray();
        Assert.Equal(first, new LassoTable(estimation.Complete()).Lines());
        Run.Observe(estimation, [2]);
        Assert.Equal(Run.Estimate().Lines(), new LassoTable(estimation.Complete()).Lines());
    }

    [Fact]
    public void ASequenceThatComesTwiceIsRefused()
    {
        using var estimation = Run.Observed(0, 1);
        var exception = Assert.Throws<ArgumentException>(() => Run.Observe(estimation, [1]));
        Assert.Equal("sequence 1 came twice; a sequence comes whole, in one block.", exception.Message);
    }
}
