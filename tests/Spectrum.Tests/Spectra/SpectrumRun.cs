namespace Infoscope.Plugins.Spectrum.Tests.Spectra;

/// <summary>Feeds rows and label sets to the estimator as an engine would.</summary>
public sealed record SpectrumRun
{
    public required double[][] Rows { get; init; }

    public IReadOnlyList<TestLabels> LabelSets { get; init; } = [];

    public Dictionary<string, string> Options { get; init; } = [];

    public bool Items { get; init; }

    public int BlockSize { get; init; } = 64;

    /// <summary>Gets the number of rows of each sequence; 0 feeds rows without sequences.</summary>
    public int SequenceLength { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Gives the run with these label sets alone.</summary>
    public SpectrumRun With(params TestLabels[] labelSets) => this with { LabelSets = labelSets };

    /// <summary>Gives the run with an option set.</summary>
    public SpectrumRun With(string option, string value) => this with { Options = new(Options) { [option] = value } };

    public EstimationContext Context() => new()
    {
        EstimatorId = "spectrum",
        Shape = new ActivationShape { Rows = Rows.Length, Features = Rows[0].Length },
        Precision = Precision.Double,
        Options = new OptionValues("spectrum", Options, text => throw new OptionException($"no file '{text}'")),
        Seed = 1,
        LabelSets = [.. LabelSets.Select(labels => labels.Info)],
        Survey = Options.GetValueOrDefault("centre") == "true" && SequenceLength == 0 ? Survey() : null,
        Items = Items,
        Log = new SilentLog(),
        Cancellation = Cancellation,
        OpenCompute = TestCompute.Open,
    };

    /// <summary>Observes all rows and completes.</summary>
    public SpectrumTable Estimate()
    {
        var context = Context();
        using var estimation = new SpectrumEstimator().Begin(context);
        Observe(estimation, 0, Rows.Length);
        var estimates = estimation.Complete();
        context.CloseCompute();
        return new SpectrumTable(estimates);
    }

    /// <summary>Observes a range of rows.</summary>
    public void Observe(IEstimation estimation, int first, int end)
    {
        var step = SequenceLength > 0 ? SequenceLength : BlockSize;
        for (var start = first; start < end; start += step)
        {
            var count = Math.Min(step, end - start);
            estimation.Observe(new ActivationBlock
            {
                Rows = count,
                Features = Rows[0].Length,
                Double = Rows.AsSpan(start, count).ToArray().SelectMany(row => row).ToArray(),
                RowIndices = Enumerable.Range(start, count).Select(row => (long)row).ToArray(),
                AllLabels = LabelSets.SelectMany(labels => labels.Labels.Skip(start).Take(count)).ToArray(),
                SequenceIds = SequenceLength > 0 ? Enumerable.Repeat(start / SequenceLength, count).ToArray() : [],
                Positions = SequenceLength > 0 ? Enumerable.Range(0, count).ToArray() : [],
            });
        }
    }

    // As the engine's, over the rows that are finite.
    private ActivationSurvey Survey()
    {
        double[][] finite = [.. Rows.Where(row => row.All(double.IsFinite))];
        return new ActivationSurvey
        {
            Rows = Rows.Length,
            NonFiniteRows = Rows.Length - finite.Length,
            ZeroRows = 0,
            Mean = [.. Enumerable.Range(0, Rows[0].Length).Select(feature => finite.Select(row => row[feature]).DefaultIfEmpty(double.NaN).Average())],
            Minimum = [],
            Maximum = [],
            SmallestNorm = 0,
            MeanNorm = 0,
            LargestNorm = 0,
            ReservoirRows = [],
            Reservoir = default,
        };
    }
}
