using Infoscope.Engine.Derived;
using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Engine.Results;
using Infoscope.Engine.States;

namespace Infoscope.Engine;

/// <summary>Runs estimators on one activation set in one pass over its rows, and in further passes where the permuted label sets take more memory than allowed.</summary>
/// <remarks>The path of a row: source, window, feed, estimation; then merge, null and standard error, result row.</remarks>
public sealed class Comparison
{
    private readonly ActivationSet set;
    private readonly IReadOnlyList<EstimatorEntry> estimators;
    private readonly ComparisonSettings settings;
    private readonly long selectedRows;

    /// <summary>Plans a comparison; nothing is read.</summary>
    public Comparison(ActivationSet set, IReadOnlyList<EstimatorEntry> estimators, ComparisonSettings settings)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(estimators);
        ArgumentNullException.ThrowIfNull(settings);
        this.set = set;
        this.estimators = estimators;
        this.settings = settings;
        selectedRows = set.Selected?.LongCount(used => used) ?? set.Activations.Rows;
    }

    /// <summary>Finds every reason why the comparison cannot run, without reading a row.</summary>
    public IReadOnlyList<CheckProblem> Check() => new ComparisonChecks(set, estimators, settings, selectedRows).Problems();

    /// <summary>Reads the rows and estimates everything.</summary>
    /// <param name="progress">Is told the number of rows read so far; null tells nobody.</param>
    /// <param name="cancellation">Ends the run between blocks.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ComparisonResult Run(IProgress<long>? progress, CancellationToken cancellation) => Run(progress, null, cancellation);

    /// <summary>Reads the rows, estimates everything, and saves the states of all estimations on the way.</summary>
    /// <param name="progress">Is told the number of rows read so far; null tells nobody.</param>
    /// <param name="saver">Takes the states; null saves none. A part of a comparison has no other result.</param>
    /// <param name="cancellation">Ends the run between blocks.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ComparisonResult Run(IProgress<long>? progress, StateWriter? saver, CancellationToken cancellation)
    {
        var needs = estimators.Select(RequirementChecks.Of).ToArray();
        var labels = new LabelTable(set, settings, null);
        var survey = needs.Any(need => need.Survey) ? Survey.Of(set, selectedRows, settings.Seed, settings.Threads, cancellation) : null;
        var description = SetDescription.Of(set, selectedRows, survey, labels.Facts);
        var runs = RunsOf(needs, description, cancellation);
        var watch = set.Labels.Count == 0 ? null : new RowWatch(set.Activations.Rows, !Array.Exists(runs, run => run.TakesNulls && run.Requirements.LeavesOutZeroRows), Array.Exists(runs, run => run.Precision == Precision.Single) ? Precision.Single : Precision.Double);
        var passes = Passes(runs, labels, true);
        saver?.Begin(set, cancellation);
        for (var pass = 0; pass < passes.Count; pass++)
        {
            var layout = new FeedLayout(set, labels, passes[pass], selectedRows, settings.LargestBuffer, cancellation);
            RunPass(runs, layout, pass, saver, progress, pass == 0 ? watch : null, () =>
            {
                if (pass > 0 || watch is null || !labels.Touches(watch.Unusable)) return passes[pass];
                labels = new LabelTable(set, settings, watch.Unusable);
                description = description with { Labels = labels.Facts };
                passes = [passes[0] with { KeepsNulls = settings.Nulls == 0 }, .. settings.Nulls == 0 ? [] : Passes(runs, labels, false)];
                if (passes.Count > 1)
                    settings.Log.Information($"{set.Activations.Name}: {watch.Unusable.Count} rows are zero or not finite, so labels are permuted again among the others alone, in {passes.Count - 1} more {(passes.Count == 2 ? "reading" : "readings")} of the rows");
                return passes[0];
            });
            labels.Release(passes[pass]);
        }

        saver?.End(description, runs, passes);
        return ResultOf(description, settings, runs);
    }

    /// <summary>Gives the rows of completed runs, and the reasons of those that failed.</summary>
    internal static ComparisonResult ResultOf(SetDescription description, ComparisonSettings settings, IReadOnlyList<EstimatorRun> runs) => new()
    {
        Rows =
        [
            .. runs.Where(run => run is { IsProbe: false, Estimates: not null })
                .SelectMany(run => new RowBuilder(description, settings, run).Rows(runs.FirstOrDefault(probe => probe.IsProbe && probe.Entry == run.Entry))),
        ],
        Failures = [.. FailuresOf(runs)],
    };

    // What fails on the rows as they are is told once.
    private static IEnumerable<(string Estimator, string Reason)> FailuresOf(IReadOnlyList<EstimatorRun> runs)
    {
        foreach (var run in runs.Where(run => run.Failure is not null))
        {
            if (!run.IsProbe) yield return (run.Entry.Id, run.Failure!);
            else if (runs.Any(other => !other.IsProbe && other.Entry == run.Entry && other.Failure is null)) yield return (run.Entry.Id, $"on doubled rows: {run.Failure}");
        }
    }

    /// <summary>Makes a run for each estimator, and behind them one on doubled rows for each that asks for it.</summary>
    private EstimatorRun[] RunsOf(InputRequirements[] needs, SetDescription description, CancellationToken cancellation)
    {
        var contexts = new ContextFactory(description, settings, cancellation);
        var doubled = new ContextFactory(description with { Survey = ScaleProbe.Of(description.Survey) }, settings, cancellation);
        Precision PrecisionOf(InputRequirements need) => settings.PrecisionOf(need, set.Activations);
        EstimatorRun[] runs =
        [
            .. estimators.Select((entry, place) => new EstimatorRun(place, entry, needs[place], PrecisionOf(needs[place]), contexts)),
            // Doubled distributions are none.
            .. estimators.Index().Where(one => settings.ProbesScale && one.Item.MayDependOnScale && needs[one.Index].RowKind != RowKind.Distribution)
                .Select(one => new EstimatorRun(estimators.Count + one.Index, one.Item, needs[one.Index], PrecisionOf(needs[one.Index]), doubled, ScaleProbe.Factor)),
        ];
        foreach (var run in runs) run.Probe();
        return runs;
    }

    private IReadOnlyList<LabelPass> Passes(EstimatorRun[] runs, LabelTable labels, bool hasReal)
    {
        var real = LabelTable.RealOf(labels.Facts);
        var bytesOf = labels.Facts.ToDictionary(one => one.Name, one => runs.Where(run => run.Failure is null).Sum(run => run.BytesOfNull(one, set.Activations.Rows, set.Activations.Features)));
        var nulls = LabelTable.NullsOf(labels.Facts, settings.Nulls);
        var passes = LabelPass.Plan(hasReal, real, nulls, info => bytesOf[info.NullOf!], settings.MemoryBytes);
        if (hasReal && passes.Count > 1)
        {
            var all = nulls.Sum(info => bytesOf[info.NullOf!]);
            settings.Log.Information($"{set.Activations.Name}: the permuted label sets take about {ByteCount.Text(all)}, and --memory is {ByteCount.Text(settings.MemoryBytes)}, so the rows are read {passes.Count} times");
        }

        return passes;
    }

    /// <summary>Feeds one pass and completes it.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="layout">What is fed.</param>
    /// <param name="pass">Which pass it is.</param>
    /// <param name="saver">Takes the states; may be null.</param>
    /// <param name="progress">Is told the number of rows read; may be null.</param>
    /// <param name="watch">Looks at the rows; may be null.</param>
    /// <param name="afterFeeding">Says, once the rows are known, what of the pass is kept.</param>
    private void RunPass(EstimatorRun[] runs, FeedLayout layout, int pass, StateWriter? saver, IProgress<long>? progress, RowWatch? watch, Func<LabelPass> afterFeeding)
    {
        var feeds = FeedPlan.Of(runs.Where(run => run.Failure is null && (pass == 0 || run.TakesNulls)), layout, settings);
        using var workers = new PinnedWorkers(Math.Clamp(settings.Threads, 1, Math.Max(1, feeds.Count)));
        try
        {
            new Feeder(layout, feeds, workers, watch).Run(progress);
            var kept = afterFeeding();
            saver?.Pass(pass, runs);
            workers.Run(worker =>
            {
                foreach (var run in runs.Where(run => run.Parts.Count > 0 && run.HomeFeed % workers.Count == worker))
                {
                    if (settings.Shard.Count == 1 || !run.IsFolded) run.Complete(kept);
                }
            });
        }
        finally
        {
            workers.Run(worker =>
            {
                for (var feed = worker; feed < feeds.Count; feed += workers.Count) feeds[feed].Dispose();
            });
            foreach (var run in runs) run.NextPass();
        }
    }
}
