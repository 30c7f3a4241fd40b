using Infoscope.Compute;

namespace Infoscope.ComparePeers.Ours;

/// <summary>What an engine hands to an estimation.</summary>
internal static class Contexts
{
    /// <summary>Makes a context whose compute session may use some threads.</summary>
    public static EstimationContext Of(string estimator, int rows, int features, Precision precision, IEnumerable<LabelColumn> labelSets, int threads, IReadOnlyDictionary<string, string> options, Func<string, NumericArray>? open = null) => new()
    {
        EstimatorId = estimator,
        Shape = new ActivationShape { Rows = rows, Features = features },
        Precision = precision,
        Options = new OptionValues(estimator, options, open ?? (file => throw new OptionException($"there is no file '{file}'."))),
        Seed = 1,
        LabelSets = [.. labelSets.Select(labels => labels.Info)],
        Log = new SilentLog(),
        OpenCompute = () => Open(precision, threads),
    };

    /// <summary>Opens a session on the processor.</summary>
    public static ComputeSession Open(Precision precision, int threads)
    {
        var provider = new CpuComputeProvider();
        var session = provider.Open(provider.Probe()[0], precision);
        session.Threads = threads;
        return session;
    }

    /// <summary>Names the values as the peers do: the quantity, and the label set after a slash.</summary>
    public static Dictionary<string, double[]> ValuesOf(EstimateSet estimates) => estimates.Estimates
        .Where(one => one.Item.Length == 0)
        .ToDictionary(one => one.LabelSet.Length == 0 ? one.Quantity.Id : $"{one.Quantity.Id}/{one.LabelSet}", one => new[] { one.Value.Number });
}
