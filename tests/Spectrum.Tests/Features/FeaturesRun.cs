using Infoscope.Plugins.Spectrum.Features;
using Infoscope.Plugins.Spectrum.Tests.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.Features;

/// <summary>Feeds codes to the estimator as an engine would.</summary>
internal sealed record FeaturesRun
{
    public required double[][] Rows { get; init; }

    public string Codes { get; init; } = "non-negative";

    public ulong Seed { get; init; } = 1;

    public int BlockRows { get; init; } = 64;

    public CancellationToken Cancellation { get; init; }

    /// <summary>Makes a run of codes of which a third is active.</summary>
    public static FeaturesRun OfCodes(int rows, int features, ulong seed = 1)
    {
        var random = new RandomStream(seed, "codes");
        return new() { Rows = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, features).Select(_ => random.NextBelow(3) == 0 ? Math.Abs(random.NextNormal()) : 0).ToArray())] };
    }

    public EstimationContext Context() => new()
    {
        EstimatorId = "effective-features",
        Shape = new ActivationShape { Rows = Rows.Length, Features = Rows[0].Length },
        Precision = Precision.Double,
        Options = new OptionValues("effective-features", new Dictionary<string, string> { ["codes"] = Codes }, file => throw new OptionException($"no file '{file}'")),
        Seed = Seed,
        Log = new SilentLog(),
        Cancellation = Cancellation,
        OpenCompute = () => throw new InvalidOperationException("sums need no device"),
    };

    /// <summary>Observes all rows and completes.</summary>
    public FeaturesTable Estimate() => new(Observed(0, Rows.Length).Complete());

    /// <summary>Begins an estimation and observes a range of rows.</summary>
    public IMergeableEstimation Observed(int first, int end)
    {
        var estimation = (IMergeableEstimation)new EffectiveFeaturesEstimator().Begin(Context());
        for (var start = first; start < end; start += BlockRows)
        {
            var rows = Rows[start..Math.Min(end, start + BlockRows)];
            estimation.Observe(new ActivationBlock
            {
                Rows = rows.Length,
                Features = Rows[0].Length,
                Double = rows.SelectMany(row => row).ToArray(),
                RowIndices = Enumerable.Range(start, rows.Length).Select(row => (long)row).ToArray(),
            });
        }

        return estimation;
    }

    /// <summary>Gives the saved state of a range of rows.</summary>
    public byte[] Saved(int first, int end)
    {
        using var stream = new MemoryStream();
        Observed(first, end).Save(stream);
        return stream.ToArray();
    }

    /// <summary>Takes up a saved state.</summary>
    public IMergeableEstimation Restored(byte[] state) => new EffectiveFeaturesEstimator().Restore(Context(), new MemoryStream(state));
}
