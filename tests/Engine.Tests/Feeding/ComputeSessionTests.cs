using System.Collections.Concurrent;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Feeding;

public sealed class ComputeSessionTests
{
    [Theory]
    [InlineData(RowAccess.AllRows, 3)]
    [InlineData(RowAccess.Stream, 1)]
    [InlineData(RowAccess.WholeSequences, 1)]
    public void OnlyWhatHoldsAllRowsMayUseAllThreads(RowAccess access, int threads)
    {
        var estimator = new Asking(access);
        Given.Run(new ActivationSet { Name = "s", Activations = new MemoryActivations(200, 2), Sequences = SequenceLayout.Rectangular(10, 20) }, estimator, Given.Settings(threads: 3));
        Assert.All(estimator.Threads, one => Assert.Equal(threads, one));
        Assert.NotEmpty(estimator.Threads);
    }

    [Fact]
    public void ASessionEndsWithItsComparison()
    {
        using var cancellation = new CancellationTokenSource();
        var estimator = new Asking(RowAccess.AllRows);
        new Comparison(new ActivationSet { Name = "s", Activations = new MemoryActivations(20, 2) }, [Given.Entry(estimator)], Given.Settings()).Run(null, cancellation.Token);
        Assert.Equal(cancellation.Token, estimator.Cancellation);
    }

    /// <summary>Asks its compute session what it may do.</summary>
    private sealed class Asking(RowAccess access) : IEstimator
    {
        public ConcurrentBag<int> Threads { get; } = [];

        public CancellationToken Cancellation { get; private set; }

        public InputRequirements Requires(OptionValues options) => new() { Access = access };

        public IEstimation Begin(EstimationContext context) => new Estimation(this, context);

        private sealed class Estimation(Asking owner, EstimationContext context) : IEstimation
        {
            public void Observe(in ActivationBlock block)
            {
                owner.Threads.Add(context.Compute.Threads);
                owner.Cancellation = context.Compute.Cancellation;
            }

            public EstimateSet Complete() => new() { Estimates = [] };
        }
    }
}
