using Infoscope.Compute;
using Infoscope.Plugins.SoftEntropy.Anchors;
using Infoscope.Plugins.SoftEntropy.Rows;

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
        Survey = Options.GetValueOrDefault("centre") == "true" ? SurveyOf(Rows) : null,
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

    /// <summary>Gives the anchors that the run uses in a subspace of a draw, one array each.</summary>
    public double[][] UsedAnchors(int draw = 0, int subspace = 0)
    {
        var split = Split();
        return [.. AnchorDraws.Make(Context().Options.Bind<SoftEntropyOptions>(), split, Context()).Of(draw, subspace).Double.ToArray().Chunk(split.Width)];
    }

    /// <summary>Gives the temperature that the run resolves.</summary>
    public double UsedTemperature()
    {
        var options = Context().Options.Bind<SoftEntropyOptions>();
        var count = options.AnchorsFile is { } file ? (int)file.Shape[0] : options.Anchors;
        return SoftEntropy.Temperatures.Temperature.Parse(options.Temperature, "soft-entropy").Resolve(count, Split(), "soft-entropy").Value;
    }

    // As the engine's, over the rows that are finite.
    private static ActivationSurvey SurveyOf(double[][] rows)
    {
        double[][] finite = [.. rows.Where(row => row.All(double.IsFinite))];
        double[] mean = [.. Enumerable.Range(0, rows[0].Length).Select(feature => finite.Select(row => row[feature]).DefaultIfEmpty(double.NaN).Average())];
        return new ActivationSurvey
        {
            Rows = rows.Length,
            NonFiniteRows = rows.Length - finite.Length,
            ZeroRows = finite.Count(row => row.All(value => value == 0)),
            Mean = mean,
            Minimum = [],
            Maximum = [],
            SmallestNorm = 0,
            MeanNorm = 0,
            LargestNorm = 0,
            ReservoirRows = [],
            Reservoir = default,
        };
    }

    private FeatureSplit Split() => FeatureSplit.Of(Context().Shape.Features, Context().Options.Bind<SoftEntropyOptions>().Subspaces, "soft-entropy");

    private NumericArray Open(string text) =>
        Anchors is null ? throw new OptionException($"no file '{text}'") : new NumericArray(text, [Anchors.Length, Anchors[0].Length], [.. Anchors.SelectMany(row => row)]);
}
