using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Estimator;

/// <summary>Feeds rows, label sets and a reference to the estimator as an engine would.</summary>
internal sealed record EstimatorRun
{
    public required double[][] Rows { get; init; }

    public IReadOnlyList<TestLabels> LabelSets { get; init; } = [];

    /// <summary>Gets the reference, row for row; null for none.</summary>
    public double[][]? Reference { get; init; }

    public Dictionary<string, string> Options { get; init; } = [];

    public ulong Seed { get; init; } = 1;

    public bool Items { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Gets what opens a session.</summary>
    public Func<ComputeSession> Open { get; init; } = TestCompute.Open;

    /// <summary>Gets how many threads each session may use.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Gets the rows of the whole data, of which an engine may hand over a subsample; null for as many as there are.</summary>
    public long? TotalRows { get; init; }

    /// <summary>Gets what happens when the estimation first asks where to compute.</summary>
    public Action Opening { get; init; } = () => { };

    /// <summary>Makes a run of points.</summary>
    public static EstimatorRun Of(Points points) => new() { Rows = [.. Enumerable.Range(0, points.Count).Select(row => points[row].ToArray())] };

    /// <summary>Makes a run of independent standard normal coordinates.</summary>
    public static EstimatorRun OfNormals(int count, int features, ulong seed = 1) => Of(PointSets.Normals(count, features, seed));

    /// <summary>Gives the run with these label sets alone.</summary>
    public EstimatorRun With(params TestLabels[] labelSets) => this with { LabelSets = labelSets };

    /// <summary>Gives the run with an option set.</summary>
    public EstimatorRun With(string option, string value) => this with { Options = new(Options) { [option] = value } };

    /// <summary>Gives the run with every row changed.</summary>
    public EstimatorRun Map(Func<double, double> change) => this with { Rows = [.. Rows.Select(row => Array.ConvertAll(row, value => change(value)))] };

    public EstimationContext Context() => new()
    {
        EstimatorId = "diffusion-spectral",
        Shape = new ActivationShape { Rows = TotalRows ?? Rows.Length, Features = Rows[0].Length, ReferenceFeatures = Reference?[0].Length ?? 0 },
        Precision = Precision.Double,
        Options = Values(),
        Seed = Seed,
        LabelSets = [.. LabelSets.Select(labels => labels.Info)],
        Items = Items,
        Log = new SilentLog(),
        Cancellation = Cancellation,
        OpenCompute = () =>
        {
            Opening();
            var session = Open();
            session.Threads = Threads;
            return session;
        },
    };

    /// <summary>Asks what the estimator requires.</summary>
    public InputRequirements Requires() => new DiffusionSpectralEstimator().Requires(Values());

    /// <summary>Asks for the requirements, observes all rows and completes.</summary>
    public EstimateTable Estimate()
    {
        Assert.Equal(RowAccess.AllRows, Requires().Access);
        var context = Context();
        try
        {
            using var estimation = new DiffusionSpectralEstimator().Begin(context);
            Observe(estimation);
            var estimates = estimation.Complete();
            Assert.Equal(0, context.Compute.LiveMatrices);
            return new EstimateTable(estimates);
        }
        finally
        {
            context.CloseCompute();
        }
    }

    /// <summary>Observes all rows at once, and overwrites them afterwards as an engine may.</summary>
    public void Observe(IEstimation estimation)
    {
        double[] values = [.. Rows.SelectMany(row => row)];
        double[] references = [.. (Reference ?? []).SelectMany(row => row)];
        int[] labels = [.. LabelSets.SelectMany(set => set.Labels)];
        estimation.Observe(new ActivationBlock
        {
            Rows = Rows.Length,
            Features = Rows[0].Length,
            Double = values,
            RowIndices = Enumerable.Range(0, Rows.Length).Select(row => (long)row).ToArray(),
            AllLabels = labels,
            ReferenceFeatures = Reference?[0].Length ?? 0,
            ReferenceDouble = references,
        });
        Array.Fill(values, double.NaN);
        Array.Fill(references, double.NaN);
        Array.Fill(labels, -1);
    }

    private OptionValues Values() => new("diffusion-spectral", Options, file => throw new OptionException($"no file '{file}'"));

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
