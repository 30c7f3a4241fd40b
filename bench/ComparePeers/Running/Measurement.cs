using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Running;

/// <summary>What one run cost and what came out of it, by name.</summary>
internal sealed record Measurement(Cost Cost, IReadOnlyDictionary<string, double[]> Values)
{
    /// <summary>Gets the peak of resident memory in bytes of a run that was a process of its own; 0 otherwise.</summary>
    public long PeakBytes { get; init; }

    /// <summary>Measures a run in this process.</summary>
    public static Measurement Of(Func<IReadOnlyDictionary<string, double[]>> run)
    {
        IReadOnlyDictionary<string, double[]> values = new Dictionary<string, double[]>();
        // What the run before left behind is collected by whoever left it.
        GC.Collect();
        var cost = Cost.Of(() => values = run());
        return new(cost, values);
    }
}
