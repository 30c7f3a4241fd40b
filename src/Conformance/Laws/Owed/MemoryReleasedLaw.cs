namespace Infoscope.Conformance;

/// <summary>An estimation that was disposed leaves no memory behind.</summary>
/// <remarks>
/// The estimator runs many times over rows that are the same. After a first round, which may fill caches, the memory in use is taken, and again after each of three more rounds;
/// it is a leak when every round adds more than 128 bytes a run. Run alone, since memory belongs to the process.
/// </remarks>
internal sealed class MemoryReleasedLaw : LawProperty
{
    private const int RunsOfARound = 50;
    private const int Rounds = 3;
    private const long MostBytesARun = 128;

    public override Law Law => Law.MemoryReleased;

    public override string Statement => "runs that ended leave no memory behind";

    public override int MostCases => 3;

    public override bool RunsAlone => true;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        Round(experiment);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var growing = 0;
        for (var round = 0; round < Rounds; round++)
        {
            Round(experiment);
            var after = GC.GetTotalMemory(forceFullCollection: true);
            if (after - before > MostBytesARun * RunsOfARound) growing++;
            before = after;
        }

        return [Deviation.Whole(growing < Rounds, $"each of {Rounds} rounds of {RunsOfARound} runs left more memory behind than the one before; disposed estimations are still referred to, or static state grows")];
    }

    private static void Round(Experiment experiment)
    {
        for (var run = 0; run < RunsOfARound; run++) experiment.Run(experiment.Input);
    }
}
