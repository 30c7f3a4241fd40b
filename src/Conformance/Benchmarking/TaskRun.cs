using Infoscope.Conformance.Truths;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>All comparisons on one task, and what came of them.</summary>
internal sealed class TaskRun
{
    private readonly BenchmarkPairing[] pairings;
    private readonly BenchmarkSettings settings;
    private readonly JobOutcome[] outcomes;
    private int taken;

    public TaskRun(KnownTask task, BenchmarkPairing[] pairings, BenchmarkSettings settings)
    {
        Task = task;
        this.pairings = pairings;
        this.settings = settings;
        Jobs =
        [
            .. from pairing in pairings
               from rows in settings.Rows
               from draw in Enumerable.Range(0, settings.Seeds)
               select new Job(pairing, rows, unchecked(settings.Seed + (ulong)draw)),
        ];
        outcomes = new JobOutcome[Jobs.Count];
    }

    public KnownTask Task { get; }

    public IReadOnlyList<Job> Jobs { get; }

    public bool IsDone => taken == outcomes.Length;

    public void Take(int job, JobOutcome outcome)
    {
        outcomes[job] = outcome;
        taken++;
    }

    /// <summary>Gives what was found and lets go of what it was made of.</summary>
    public TaskBenchmark Complete()
    {
        JobOutcome[][] byRows = [.. outcomes.Chunk(settings.Seeds)];
        Array.Clear(outcomes);
        (BenchmarkPairing Pairing, JobOutcome[][] Outcomes)[] found = [.. pairings.Zip(byRows.Chunk(settings.Rows.Count))];
        return new TaskBenchmark
        {
            Task = Task,
            Rows = [.. found.Where(one => !IsRefused(one.Outcomes)).SelectMany(one => RowSummary.Of(one.Pairing, settings, one.Outcomes))],
            Refused = [.. found.Where(one => IsRefused(one.Outcomes)).Select(one => one.Pairing with { Reason = one.Outcomes[0][0].Failure })],
        };
    }

    private static bool IsRefused(JobOutcome[][] outcomes) => outcomes.All(seeds => seeds.All(one => one.IsRefusal));
}
