using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Lines;

/// <summary>Makes rows of pairs of runs.</summary>
internal static class Row
{
    /// <summary>Makes the row of the other's time over ours.</summary>
    public static LineResult OfPairs(string line, string work, string against, Limit? limit, Pairs pairs, Agreement? agreement, Settings settings) => new()
    {
        Line = line,
        Work = work,
        Against = against,
        Unit = "x",
        Figure = pairs.Ratio,
        Limit = limit,
        Processor = pairs.ProcessorRatio,
        Ours = Seconds(pairs.Ours),
        Other = Seconds(pairs.Others),
        OursProcessor = ProcessorSeconds(pairs.Ours),
        OtherProcessor = ProcessorSeconds(pairs.Others),
        Agreement = agreement,
        Repetitions = pairs.Ours.Count,
        IsJudged = !settings.IsQuick,
    };

    /// <summary>Gives the spread of the processor times.</summary>
    public static Spread ProcessorSeconds(IEnumerable<Measurement> runs) => new(runs.Select(run => run.Cost.ProcessorSeconds));

    /// <summary>Gives the spread of the times.</summary>
    public static Spread Seconds(IEnumerable<Measurement> runs) => new(runs.Select(run => run.Cost.WallSeconds));
}
