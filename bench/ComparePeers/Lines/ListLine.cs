using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Lines;

/// <summary>What a whole process takes that only lists what is there.</summary>
internal sealed class ListLine : ILine
{
    private const int WarmUps = 2;

    /// <inheritdoc/>
    public string Name => "list";

    /// <inheritdoc/>
    public IEnumerable<LineResult> Run(Bench bench)
    {
        using var process = new WholeProcess(bench.Python, bench.Folder);
        Measurement List() => process.Run([.. BuiltHost.Command, "list"], output => output.Contains("soft-entropy", StringComparison.Ordinal)
            ? new Dictionary<string, double[]>()
            : throw new InvalidOperationException("infoscope list does not name soft-entropy, so its plugins are not beside it; build src/Host."));
        for (var i = 0; i < WarmUps; i++) List();
        Measurement[] runs = [.. Enumerable.Range(0, bench.Settings.Times(15)).Select(_ => List())];
        yield return new LineResult
        {
            Line = Name,
            Work = "infoscope list, whole process",
            Against = "",
            Unit = "s user+system",
            Figure = new Spread(runs.Select(run => run.Cost.ProcessorSeconds)),
            Limit = Limit.AtMost(0.35),
            Ours = Row.Seconds(runs),
            OursProcessor = Row.ProcessorSeconds(runs),
            Repetitions = runs.Length,
        };
    }
}
