using System.Diagnostics;

namespace Infoscope.Conformance;

/// <summary>An estimation that was disposed leaves no memory behind.</summary>
/// <remarks>
/// The estimator runs 50 times on the same rows, after a first round that may fill caches, and the memory in use is taken before and after. It is a leak when in each of twelve rounds
/// more than 128 bytes a run are left beyond what the process gained in as long a pause. Run while no other law is; the pauses take out what else the process does.
/// </remarks>
internal sealed class MemoryReleasedLaw : LawProperty
{
    private const int RunsOfARound = 50;
    private const int Rounds = 12;
    private const long MostBytesARun = 128;

    public override Law Law => Law.MemoryReleased;

    public override string Statement => "runs that ended leave no memory behind";

    public override int MostCases => 3;

    public override bool RunsAlone => true;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        Round(experiment);
        return [Deviation.Whole(!IsEveryRoundLarger(experiment), $"each of {Rounds} rounds of {RunsOfARound} runs left memory behind; disposed estimations are still referred to, or static state grows")];
    }

    private static bool IsEveryRoundLarger(Experiment experiment)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var left = Gained(() => Round(experiment));
            var pause = watch.Elapsed;
            if (left - Gained(() => Thread.Sleep(pause)) <= MostBytesARun * RunsOfARound) return false;
        }

        return true;
    }

    private static long Gained(Action work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        work();
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    private static void Round(Experiment experiment)
    {
        for (var run = 0; run < RunsOfARound; run++) experiment.Run(experiment.Input);
    }
}
