using Infoscope.Compute;

namespace Infoscope.Samples.Tests.Running;

/// <summary>Feeds rows and label sets to a sample as the engine would.</summary>
internal sealed record SampleRun
{
    private static readonly CpuComputeProvider Provider = new();

    public required string Id { get; init; }

    public required double[][] Rows { get; init; }

    public LabelColumn[] LabelSets { get; init; } = [];

    public Dictionary<string, string> Options { get; init; } = [];

    public CancellationToken Cancellation { get; init; }

    public EstimateSet Estimate()
    {
        var context = Context();
        using var estimation = SampleEstimators.Of(Id).Begin(context);
        try
        {
            Observe(estimation, 0, Rows.Length);
            return estimation.Complete();
        }
        finally
        {
            context.CloseCompute();
        }
    }

    /// <summary>Gives the one estimate of the mutual information with a label set.</summary>
    public Estimate Information(string labelSet = "y") =>
        Estimate().Estimates.Single(estimate => estimate.Quantity == Quantities.MutualInformation && estimate.LabelSet == labelSet);

    public void Observe(IEstimation estimation, int first, int end) => estimation.Observe(new ActivationBlock
    {
        Rows = end - first,
        Features = Rows[0].Length,
        Double = Rows[first..end].SelectMany(row => row).ToArray(),
        RowIndices = Enumerable.Range(first, end - first).Select(row => (long)row).ToArray(),
        AllLabels = LabelSets.SelectMany(labels => labels.Labels[first..end]).ToArray(),
    });

    public EstimationContext Context() => new()
    {
        EstimatorId = Id,
        Shape = new ActivationShape { Rows = Rows.Length, Features = Rows[0].Length },
        Precision = Precision.Double,
        Options = new OptionValues(Id, Options, text => throw new OptionException($"no file '{text}'")),
        Seed = 1,
        LabelSets = [.. LabelSets.Select(labels => labels.Info)],
        Log = new SilentLog(),
        Cancellation = Cancellation,
        OpenCompute = () => Provider.Open(Provider.Probe()[0], Precision.Double),
    };
}
