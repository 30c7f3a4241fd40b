namespace Infoscope.Plugins.Binning.Tests.Problems;

/// <summary>Feeds rows and label sets to the estimator as an engine would.</summary>
public sealed record BinningRun
{
    public required double[][] Rows { get; init; }

    public IReadOnlyList<TestLabels> LabelSets { get; init; } = [];

    public Dictionary<string, string> Options { get; init; } = [];

    public Precision Precision { get; init; } = Precision.Double;

    public bool Items { get; init; }

    public ulong Seed { get; init; } = 1;

    public int BlockSize { get; init; } = 64;

    /// <summary>Gets the rows that the survey saw; null for those of the run.</summary>
    public double[][]? Surveyed { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Gives the run with other rows and the same labels.</summary>
    public BinningRun With(double[][] rows) => this with { Rows = rows };

    /// <summary>Gives the run with these label sets alone.</summary>
    public BinningRun With(params TestLabels[] labelSets) => this with { LabelSets = labelSets };

    /// <summary>Gives the run with an option set.</summary>
    public BinningRun With(string option, string value) => this with { Options = new(Options) { [option] = value } };

    public EstimationContext Context()
    {
        var options = new OptionValues("binning", Options, text => throw new OptionException($"no file '{text}'"));
        return new()
        {
            EstimatorId = "binning",
            Shape = new ActivationShape { Rows = Rows.Length, Features = Rows[0].Length },
            Precision = Precision,
            Options = options,
            Seed = Seed,
            LabelSets = [.. LabelSets.Select(labels => labels.Info)],
            Survey = new BinningEstimator().Requires(options).Survey ? SurveyOf(Surveyed ?? Rows) : null,
            Items = Items,
            Log = new SilentLog(),
            Cancellation = Cancellation,
            OpenCompute = () => throw new InvalidOperationException("binning computes nothing on a device."),
        };
    }

    /// <summary>Observes all rows and completes.</summary>
    public EstimateTable Estimate()
    {
        using var estimation = Observed(0, Rows.Length);
        return new EstimateTable(estimation.Complete());
    }

    /// <summary>Begins an estimation and observes a range of rows.</summary>
    public IMergeableEstimation Observed(int first, int end)
    {
        var estimation = (IMergeableEstimation)new BinningEstimator().Begin(Context());
        Observe(estimation, first, end);
        return estimation;
    }

    /// <summary>Observes a range of rows.</summary>
    public void Observe(IEstimation estimation, int first, int end)
    {
        for (var start = first; start < end; start += BlockSize)
        {
            var count = Math.Min(BlockSize, end - start);
            double[] values = [.. Rows.Skip(start).Take(count).SelectMany(row => row)];
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

    // As the engine's, over the rows that are finite; the sample is all of them.
    private static ActivationSurvey SurveyOf(double[][] rows)
    {
        double[][] finite = [.. rows.Where(row => row.All(double.IsFinite))];
        double[] Of(Func<IEnumerable<double>, double> extreme) => [.. Enumerable.Range(0, rows[0].Length).Select(feature => finite.Length == 0 ? double.NaN : extreme(finite.Select(row => row[feature])))];
        return new ActivationSurvey
        {
            Rows = rows.Length,
            NonFiniteRows = rows.Length - finite.Length,
            ZeroRows = finite.Count(row => row.All(value => value == 0)),
            Mean = [],
            Minimum = Of(Enumerable.Min),
            Maximum = Of(Enumerable.Max),
            SmallestNorm = 0,
            MeanNorm = 0,
            LargestNorm = 0,
            ReservoirRows = [],
            Reservoir = finite.SelectMany(row => row).ToArray(),
        };
    }
}
