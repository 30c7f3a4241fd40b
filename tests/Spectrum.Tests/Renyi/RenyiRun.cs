using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Renyi;
using Infoscope.Plugins.Spectrum.Tests.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.Renyi;

/// <summary>Feeds rows, label sets and a reference to the estimator as an engine would.</summary>
internal sealed record RenyiRun
{
    public required double[][] Rows { get; init; }

    public IReadOnlyList<RenyiLabels> LabelSets { get; init; } = [];

    /// <summary>Gets the reference, row for row; null for none.</summary>
    public double[][]? Reference { get; init; }

    public Dictionary<string, string> Options { get; init; } = [];

    public bool Items { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Gets what happens when the estimation first asks where to compute.</summary>
    public Action Opening { get; init; } = () => { };

    /// <summary>Makes a run of independent standard normal coordinates.</summary>
    public static RenyiRun OfNormals(int count, int features, ulong seed = 1) => new() { Rows = Normals(count, features, seed) };

    public static double[][] Normals(int count, int features, ulong seed = 1)
    {
        var random = new RandomStream(seed, "rows");
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, features).Select(_ => random.NextNormal()).ToArray())];
    }

    public static ComputeSession OpenCompute()
    {
        var provider = new CpuComputeProvider();
        return provider.Open(provider.Probe()[0], Precision.Double);
    }

    /// <summary>Gives the run with these label sets alone.</summary>
    public RenyiRun With(params RenyiLabels[] labelSets) => this with { LabelSets = labelSets };

    /// <summary>Gives the run with an option set.</summary>
    public RenyiRun With(string option, string value) => this with { Options = new(Options) { [option] = value } };

    /// <summary>Gives the run with every number of a row changed.</summary>
    public RenyiRun Map(Func<double, double> change) => this with { Rows = [.. Rows.Select(row => Array.ConvertAll(row, value => change(value)))] };

    public EstimationContext Context() => new()
    {
        EstimatorId = "renyi",
        Shape = new ActivationShape { Rows = Rows.Length, Features = Rows[0].Length, ReferenceFeatures = Reference?[0].Length ?? 0 },
        Precision = Precision.Double,
        Options = Values(),
        Seed = 1,
        LabelSets = [.. LabelSets.Select(labels => labels.Info)],
        Items = Items,
        Log = new SilentLog(),
        Cancellation = Cancellation,
        OpenCompute = () =>
        {
            Opening();
            return OpenCompute();
        },
    };

    /// <summary>Asks what the estimator requires.</summary>
    public InputRequirements Requires() => new RenyiEstimator().Requires(Values());

    /// <summary>Asks for the requirements, observes all rows and completes.</summary>
    public RenyiTable Estimate()
    {
        Assert.Equal(RowAccess.AllRows, Requires().Access);
        var context = Context();
        try
        {
            using var estimation = new RenyiEstimator().Begin(context);
            Observe(estimation);
            var estimates = estimation.Complete();
            Assert.Equal(0, context.Compute.LiveMatrices);
            return new RenyiTable(estimates);
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

    private OptionValues Values() => new("renyi", Options, file => throw new OptionException($"no file '{file}'"));
}
