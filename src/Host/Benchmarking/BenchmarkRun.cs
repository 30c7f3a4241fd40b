using System.Globalization;
using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Truths;
using Infoscope.Engine;
using Infoscope.Host.Inputs;
using Infoscope.Host.Plans;
using Infoscope.Host.Reports;
using Serilog;
using Serilog.Events;

namespace Infoscope.Host.Benchmarking;

/// <summary>One run of benchmark: tasks, plugins, what applies to what, then task after task into the report.</summary>
internal sealed class BenchmarkRun(BenchmarkRequest request, bool quiet, ILogger log)
{
    // More names than this say nothing to a reader.
    private const int MostNames = 6;

    private static readonly string[] Formats = ["table", "csv", "jsonl"];

    public int Run(CancellationToken cancellation)
    {
        var problems = new ProblemList();
        problems.OneOf("--format", request.Format, Formats);
        var words = new BenchmarkWords(request, problems);
        var tasks = words.Tasks(request.List ? KnownTasks.All : BenchmarkTasks.Default);
        var settings = words.Settings();
        if (request.List)
        {
            problems.ThrowIfAny();
            TaskList.Write(tasks, request.Format);
            return ExitCode.Done;
        }

        using var catalog = Plugins.Find(request.Plugin, log);
        var files = new SmallFiles(Environment.CurrentDirectory);
        var choice = new EstimatorChoice(catalog, new CompareRequest { Estimators = request.Estimators, Set = request.Set, BaseFolder = Environment.CurrentDirectory }, files.OpenArray, log);
        var estimators = problems.Attempt(choice.Load) ?? [];
        foreach (var estimator in estimators.Where(estimator => choice.IsNamed(estimator.Id))) CheckOptions(estimator, problems);
        problems.ThrowIfAny();

        var benchmark = new Benchmark(estimators, tasks, settings);
        SayLeftOut(benchmark.Pairings);
        if (benchmark.Comparisons == 0) throw new UserError("none of the estimators applies to any of the tasks; name others with --estimators or --tasks, or put a plugin into the plugins folder.");
        var code = Run(benchmark, cancellation);
        return code == ExitCode.Done && (catalog.Refusals.Count > 0 || choice.AnyRefused || benchmark.AnyFailed) ? ExitCode.PluginRefused : code;
    }

    private int Run(Benchmark benchmark, CancellationToken cancellation)
    {
        var tasks = benchmark.Pairings.Where(pairing => pairing.Applies).Select(pairing => pairing.Task).Distinct().Count();
        var (finished, any) = (0, false);
        var untold = new List<(string Estimator, string What, string Task, string Reason)>();
        var line = new LiveLine(quiet);
        using IBenchmarkReport report = request.Format == "table" ? new BenchmarkTable(Consoles.Output()) : new BenchmarkLines(request.Format == "jsonl");
        try
        {
            benchmark.Run(
                found =>
                {
                    line.Clear();
                    finished++;
                    untold.AddRange(found.Refused.Select(pairing => (pairing.Estimator.Id, "is left out on", pairing.Task.Id, pairing.Reason)));
                    untold.AddRange(found.Rows.Where(row => row.Failures > 0).Select(row => (row.Estimator, "gave no estimate on every seed of", row.Task, row.Failure)).Distinct());
                    if (found.Rows.Count == 0) return;
                    any = true;
                    report.Add(found.Task, found.Rows);
                },
                new Counter(done => line.Show(seconds => string.Create(CultureInfo.InvariantCulture, $"{finished} of {tasks} tasks, {done} of {benchmark.Comparisons} comparisons, {seconds:0} s"))),
                cancellation);
            return any ? ExitCode.Done : ExitCode.WrongInput;
        }
        catch (OperationCanceledException)
        {
            line.Clear();
            log.Warning("cancelled after {Finished} of {All} tasks; their lines are kept", finished, tasks);
            return ExitCode.Cancelled;
        }
        finally
        {
            line.Clear();
            report.End();
            foreach (var group in untold.GroupBy(one => (one.Estimator, one.What, one.Reason)))
                log.Write(any ? LogEventLevel.Warning : LogEventLevel.Error, "{Estimator:l} {What:l} {Tasks:l}: {Reason:l}", group.Key.Estimator, group.Key.What, Suggest.List([.. group.Select(one => one.Task)], MostNames), group.Key.Reason);
        }
    }

    // What else may be wrong with an estimator is told of every one, named or not.
    private static void CheckOptions(EstimatorEntry estimator, ProblemList problems)
    {
        try
        {
            estimator.Estimator.Requires(estimator.Options);
        }
        catch (OptionException refused)
        {
            problems.Add(refused.Message);
        }
        catch (Exception)
        {
            // The plan of the benchmark runs into it again, and says so.
        }
    }

    private void SayLeftOut(IReadOnlyList<BenchmarkPairing> pairings)
    {
        foreach (var group in pairings.Where(pairing => pairing.IsFailure).DistinctBy(pairing => pairing.Estimator)) log.Error("{Estimator:l} failed: {Reason:l}", group.Estimator.Id, group.Reason);
        foreach (var group in pairings.GroupBy(pairing => pairing.Estimator).Where(group => group.All(pairing => pairing is { Applies: false, IsFailure: false })))
            log.Information("{Estimator:l} is left out: {Reasons:l}", group.Key.Id, Reasons(group));
        foreach (var group in pairings.GroupBy(pairing => pairing.Task).Where(group => group.All(pairing => !pairing.Applies)).GroupBy(Reasons))
            log.Information("no estimator for {Tasks:l}: {Reasons:l}", Suggest.List([.. group.Select(task => task.Key.Id)], MostNames), group.Key);
    }

    private static string Reasons(IEnumerable<BenchmarkPairing> pairings) => string.Join("; ", pairings.Select(pairing => pairing.Reason).Distinct());

    /// <summary>Hands progress on from the thread that reports it.</summary>
    private sealed class Counter(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
