using Infoscope.Compute;
using Infoscope.Plugins.SoftEntropy.Anchors;

namespace Infoscope.Plugins.SoftEntropy.Tests.Problems;

/// <summary>Feeds rows and label sets to the estimator as an engine would.</summary>
public sealed record EstimatorRun
{
    public required double[][] Rows { get; init; }

    public IReadOnlyList<TestLabels> LabelSets { get; init; } = [];

    public Dictionary<string, string> Options { get; init; } = [];

    /// <summary>Gets the anchors that the option anchors-file opens; null draws them.</summary>
    public double[][]? Anchors { get; init; }

    public Precision Precision { get; init; } = Precision.Double;

    public ulong Seed { get; init; } = 1;

    public bool Items { get; init; }

    public int BlockSize { get; init; } = 64;

    public int Features { get; init; } = -1;

    public CancellationToken Cancellation { get; init; }

    /// <summary>Gives the run with other rows and the same labels.</summary>
    public EstimatorRun With(double[][] rows) => this with { Rows = rows };

    /// <summary>Gives the run with these label sets alone.</summary>
    public EstimatorRun With(params TestLabels[] labelSets) => this with { LabelSets = labelSets };

    /// <summary>Gives the run with an option set.</summary>
    public EstimatorRun With(string option, string value) => this with { Options = new(Options) { [option] = value } };

    /// <summary>Gives the run with these anchors in place of drawn ones.</summary>
    public EstimatorRun WithAnchors(double[][] anchors) => this with { Anchors = anchors, Options = new(Options) { ["anchors-file"] = "anchors.npy" } };

    public EstimationContext Context() => new()
    {
        EstimatorId = "soft-entropy",
        Shape = new ActivationShape { Rows = Rows.Length, Features = Features < 0 ? Rows[0].Length : Features },
        Precision = Precision,
        Options = new OptionValues("soft-entropy", Options, Open),
        Seed = Seed,
        LabelSets = [.. LabelSets.Select(labels => labels.Info)],
        Items = Items,
        Log = new SilentLog(),
        Cancellation = Cancellation,
        OpenCompute = () =>
        {
            var provider = new CpuComputeProvider();
            return provider.Open(provider.Probe()[0], Precision);
        },
    };

    /// <summary>Observes all rows and completes.</summary>
    public EstimateTable Estimate()
    {
        var context = Context();
        using var estimation = (SoftEntropyEstimation)new SoftEntropyEstimator().Begin(context);
        Observe(estimation, 0, Rows.Length);
        var estimates = estimation.Complete();
        context.CloseCompute();
        return new EstimateTable(estimates);
    }

    /// <summary>Observes a range of rows.</summary>
    public void Observe(IEstimation estimation, int first, int end)
    {
        for (var start = first; start < end; start += BlockSize)
        {
            var count = Math.Min(BlockSize, end - start);
            var rows = Rows.AsSpan(start, count).ToArray();
            double[] values = [.. rows.SelectMany(row => row)];
            var block = new ActivationBlock
            {
                Rows = count,
                Features = Rows[0].Length,
                Single = Precision == Precision.Single ? Array.ConvertAll(values, value => (float)value) : default,
                Double = Precision == Precision.Double ? values : default,
                RowIndices = Enumerable.Range(start, count).Select(row => (long)row).ToArray(),
                AllLabels = LabelSets.SelectMany(labels => labels.Labels.Skip(start).Take(count)).ToArray(),
            };
            estimation.Observe(block);
        }
    }

    /// <summary>Gives the anchors that the run uses, one array each.</summary>
    public double[][] UsedAnchors()
    {
        var context = Context();
        var options = context.Options.Bind<SoftEntropyOptions>();
        var anchors = options.AnchorsFile is { } file
            ? AnchorSet.From(file, context.Shape.Features, Precision, "soft-entropy")
            : AnchorSet.Draw(context.Random("anchors"), options.Anchors, context.Shape.Features, Precision, "soft-entropy");
        return [.. anchors.Double.ToArray().Chunk(context.Shape.Features)];
    }

    /// <summary>Gives the temperature that the run resolves.</summary>
    public double UsedTemperature()
    {
        var context = Context();
        var options = context.Options.Bind<SoftEntropyOptions>();
        var count = options.AnchorsFile is { } file ? (int)file.Shape[0] : options.Anchors;
        return SoftEntropy.Temperatures.Temperature.Parse(options.Temperature, "soft-entropy").Resolve(count, context.Shape.Features, "soft-entropy").Value;
    }

    private NumericArray Open(string text) =>
        Anchors is null ? throw new OptionException($"no file '{text}'") : new NumericArray(text, [Anchors.Length, Anchors[0].Length], [.. Anchors.SelectMany(row => row)]);
}
