namespace Infoscope.Plugins.DiffusionSpectral.Tests.Estimator;

public sealed class ThreadTests
{
    [Theory]
    [InlineData("2048")]
    [InlineData("150")]
    public void AnyNumberOfThreadsGivesTheSameBits(string exactRows)
    {
        var run = EstimatorRun.OfNormals(600, 5).With("exact-rows", exactRows).With(TestLabels.InTurn(600, 5), TestLabels.InTurn(600, 3, "z")) with { Items = true };
        var expected = Numbers(1);
        Assert.Equal(expected, Numbers(2));
        Assert.Equal(expected, Numbers(8));

        double?[] Numbers(int threads) => (run with { Threads = threads }).Estimate().AllNumbers();
    }

    [Fact]
    public void SmallSpectraEndWhenCancelledOnAnyThread()
    {
        using var cancellation = new CancellationTokenSource();
        var opened = 0;
        var run = EstimatorRun.OfNormals(400, 5).With(TestLabels.InTurn(400, 10)) with
        {
            Threads = 4,
            Cancellation = cancellation.Token,

            // The second session is the first of those side by side.
            Opening = () =>
            {
                if (Interlocked.Increment(ref opened) == 2) cancellation.Cancel();
            },
        };
        Assert.ThrowsAny<OperationCanceledException>(run.Estimate);
        Assert.True(opened >= 2);
    }
}
