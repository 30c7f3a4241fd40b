using System.Collections.Concurrent;
using Infoscope.Conformance.Truths;
using Infoscope.Engine;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>Runs estimators on tasks whose truth is known, at several numbers of rows over several seeds, and says how far off they are.</summary>
/// <remarks>
/// Every estimate comes out of a <see cref="Comparison"/>: value, standard error, null, ceiling and verdict are those that it would print for the same rows, seed and
/// permutations. The first rows of a longer draw are the shorter draw, so the lines of one task are not independent. The same settings give the same numbers on any number of threads,
/// seconds apart. The time is that of estimators x tasks x numbers of rows x seeds comparisons.
/// </remarks>
public sealed class Benchmark
{
    private readonly BenchmarkSettings settings;
    private readonly IReadOnlyList<KnownTask> tasks;
    private volatile bool anyFailed;

    /// <summary>Plans a benchmark: asks every estimator what it needs, and draws nothing.</summary>
    /// <param name="estimators">The estimators; one may be there several times with different options.</param>
    /// <param name="tasks">The tasks, in the order of the result.</param>
    /// <param name="settings">The settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting has a value that no benchmark can have, or a number of rows is there twice.</exception>
    public Benchmark(IReadOnlyList<EstimatorEntry> estimators, IReadOnlyList<KnownTask> tasks, BenchmarkSettings settings)
    {
        ArgumentNullException.ThrowIfNull(estimators);
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        this.tasks = tasks;
        this.settings = settings;
        Pairings = [.. estimators.SelectMany(estimator => Applicability.Of(estimator, OptionWords.ThatDiffer(estimator, estimators), tasks))];
    }

    /// <summary>Gets every estimator with every task, those included that do not go together.</summary>
    public IReadOnlyList<BenchmarkPairing> Pairings { get; }

    /// <summary>Gets the number of comparisons that a run takes.</summary>
    public int Comparisons => Pairings.Count(pairing => pairing.Applies) * settings.Rows.Count * settings.Seeds;

    /// <summary>Gets whether an estimator failed in a way that is no refusal of the input.</summary>
    public bool AnyFailed => anyFailed || Pairings.Any(pairing => pairing.IsFailure);

    /// <summary>Runs everything.</summary>
    /// <returns>The lines: task by task, estimator by estimator, quantity by quantity, the numbers of rows as they are in the settings.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IReadOnlyList<BenchmarkRow> Run(CancellationToken cancellation)
    {
        var rows = new List<BenchmarkRow>();
        Run(found => rows.AddRange(found.Rows), null, cancellation);
        return rows;
    }

    /// <summary>Runs everything and hands over the lines of each task as soon as they and those of all tasks before it are there.</summary>
    /// <param name="finished">Takes what was found on a task; called by one thread at a time, in the order of the tasks, and not for tasks without an estimator.</param>
    /// <param name="progress">Is told the number of comparisons that are done; null tells nobody.</param>
    /// <param name="cancellation">Ends the run between comparisons and within them.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; finished tasks have been handed over.</exception>
    public void Run(Action<TaskBenchmark> finished, IProgress<int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(finished);
        TaskRun[] runs = [.. tasks.Select(task => new TaskRun(task, [.. Pairings.Where(pairing => pairing.Task == task && pairing.Applies)], settings)).Where(run => run.Jobs.Count > 0)];
        (TaskRun Run, int Job)[] jobs = [.. runs.SelectMany(run => Enumerable.Range(0, run.Jobs.Count).Select(job => (run, job)))];
        var gate = new Lock();
        var (done, handedOver) = (0, 0);
        try
        {
            Parallel.ForEach(
                Partitioner.Create(jobs, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation },
                job =>
                {
                    var outcome = job.Run.Jobs[job.Job].Run(settings, cancellation);
                    if (outcome is { Failure.Length: > 0, IsRefusal: false }) anyFailed = true;
                    lock (gate)
                    {
                        job.Run.Take(job.Job, outcome);
                        progress?.Report(++done);
                        while (handedOver < runs.Length && runs[handedOver].IsDone)
                        {
                            finished(runs[handedOver++].Complete());
                        }
                    }
                });
        }
        catch (AggregateException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }
}
