using Infoscope.Tests.Compute;

namespace Infoscope.Tests.Estimation;

public sealed class EstimationContextTests
{
    [Fact]
    public void TheComputeSessionIsOpenedAtItsFirstUseAndClosedOnce()
    {
        var opened = new List<FakeSession>();
        var context = Context(1, "sample", () =>
        {
            opened.Add(new());
            return opened[^1];
        });
        context.CloseCompute();
        Assert.Empty(opened);
        Assert.Same(context.Compute, context.Compute);
        context.CloseCompute();
        context.CloseCompute();
        Assert.Equal(["dispose"], Assert.Single(opened).Calls);
    }

    [Fact]
    public void RandomnessDependsOnSeedEstimatorAndPurposeAlone()
    {
        static ulong First(ulong seed, string estimator, string purpose) => Context(seed, estimator, () => new FakeSession()).Random(purpose).NextUInt64();
        Assert.Equal(First(1, "a", "b"), First(1, "a", "b"));
        Assert.NotEqual(First(1, "a", "b"), First(2, "a", "b"));
        Assert.NotEqual(First(1, "a", "b"), First(1, "c", "b"));
        Assert.NotEqual(First(1, "a", "b"), First(1, "a", "c"));
    }

    private static EstimationContext Context(ulong seed, string estimator, Func<FakeSession> open) => new()
    {
        EstimatorId = estimator,
        Shape = new() { Rows = 1, Features = 1 },
        Precision = Precision.Double,
        Options = OptionValues.None(estimator),
        Seed = seed,
        Log = new SilentLog(),
        OpenCompute = open,
    };

    private sealed class SilentLog : IEstimationLog
    {
        public void Information(string message)
        {
        }

        public void Warning(string message)
        {
        }
    }
}
