using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>An estimation that was disposed leaves no memory behind.</summary>
/// <remarks>
/// What 100 runs on the same few rows leave of managed memory is held against what a tenth of the runs and a pause leave that take as long. It is a leak when in each of five pairs the many
/// leave more than 32 KiB and 128 bytes a run beyond the few: caches do not grow with the number of runs, and what else the process does goes by time. Slow estimators run fewer times. Run while
/// no other law is.
/// </remarks>
internal sealed class MemoryReleasedLaw : LawProperty
{
    private const int Most = 100;
    private const int Fewest = 4;
    private const double SecondsOfARound = 0.3;
    private const int Pairs = 5;
    private const long BytesARun = 128;

    // Each thread that allocates holds a stretch of 8 KiB that counts as used.
    private const long BytesOfNoise = 4 * 8192;

    public override Law Law => Law.MemoryReleased;

    public override string Statement => "runs that ended leave no managed memory behind";

    // What one sample shows any other does, so small ones are drawn and none is shrunk.
    public override Arbitrary<Sample> Samples { get; } = Arb.From(SampleGenerators.Moderate.Generator.Select(sample => sample.Take([.. Enumerable.Range(0, Math.Min(4, sample.Rows.Length))])).Select(sample => sample with { Rows = [.. sample.Rows.Select(row => row[..Math.Min(3, row.Length)])] }));

    public override int MostCases => 3;

    public override bool RunsAlone => true;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        experiment.Run(experiment.Input);
        var watch = Stopwatch.StartNew();
        experiment.Run(experiment.Input);
        var many = (int)Math.Clamp(SecondsOfARound / watch.Elapsed.TotalSeconds, Fewest, Most);
        var few = Math.Max(1, many / 10);
        return [Deviation.Whole(!LeaveMoreEachTime(experiment, many, few), $"many runs left more memory behind than a tenth of them, {Pairs} times in a row; disposed estimations are still referred to, or static state grows")];
    }

    private static bool LeaveMoreEachTime(Experiment experiment, int many, int few)
    {
        for (var pair = 0; pair < Pairs; pair++)
        {
            var watch = Stopwatch.StartNew();
            var left = Gained(() => Run(experiment, many));
            var duration = watch.Elapsed;
            watch.Restart();
            left -= Gained(() =>
            {
                Run(experiment, few);
                if (duration > watch.Elapsed) Thread.Sleep(duration - watch.Elapsed);
            });
            if (left <= Math.Max(BytesOfNoise, BytesARun * (many - few))) return false;
        }

        return true;
    }

    private static long Gained(Action work)
    {
        var before = InUse();
        work();
        return InUse() - before;
    }

    private static long InUse()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    private static void Run(Experiment experiment, int times)
    {
        for (var run = 0; run < times; run++) experiment.Run(experiment.Input);
    }
}
