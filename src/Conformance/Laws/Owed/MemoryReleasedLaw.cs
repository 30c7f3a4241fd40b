using System.Diagnostics;

namespace Infoscope.Conformance;

/// <summary>An estimation that was disposed leaves no memory behind.</summary>
/// <remarks>
/// What 200 runs on the same rows leave is held against what 20 runs and a pause leave that take as long. It is a leak when in each of six pairs the many leave more than 128 bytes a
/// run beyond the few: caches do not grow with the number of runs, and what else the process does goes by time. Run while no other law is.
/// </remarks>
internal sealed class MemoryReleasedLaw : LawProperty
{
    private const int Many = 200;
    private const int Few = 20;
    private const int Pairs = 6;
    private const long MostBytesARun = 128;

    public override Law Law => Law.MemoryReleased;

    public override string Statement => "runs that ended leave no memory behind";

    public override int MostCases => 3;

    public override bool RunsAlone => true;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        Run(experiment, Few);
        return [Deviation.Whole(!LeavesMoreEachTime(experiment), $"{Many} runs left more memory behind than {Few}, {Pairs} times in a row; disposed estimations are still referred to, or static state grows")];
    }

    private static bool LeavesMoreEachTime(Experiment experiment)
    {
        for (var pair = 0; pair < Pairs; pair++)
        {
            var watch = Stopwatch.StartNew();
            var left = Gained(() => Run(experiment, Many));
            var duration = watch.Elapsed;
            watch.Restart();
            left -= Gained(() =>
            {
                Run(experiment, Few);
                if (duration > watch.Elapsed) Thread.Sleep(duration - watch.Elapsed);
            });
            if (left <= MostBytesARun * (Many - Few)) return false;
        }

        return true;
    }

    private static long Gained(Action work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        work();
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    private static void Run(Experiment experiment, int times)
    {
        for (var run = 0; run < times; run++) experiment.Run(experiment.Input);
    }
}
