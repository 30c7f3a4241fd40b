using System.Globalization;
using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Truths;
using Infoscope.Engine;
using Infoscope.Host.Inputs;
using Infoscope.Host.Plans;
using Infoscope.Host.Reports;
using Serilog;

namespace Infoscope.Host.Benchmarking;

/// <summary>One run of benchmark: tasks, plugins, what applies to what, then task after task into the report.</summary>
internal sealed class BenchmarkRun(BenchmarkRequest request, bool quiet, ILogger log)
{
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
        var finished = 0;
        var refused = new List<BenchmarkPairing>();
        var line = new LiveLine(quiet);
        using IBenchmarkReport report = request.Format == "table" ? new BenchmarkTable(Consoles.Output()) : new BenchmarkLines(request.Format == "jsonl");
        try
        {
            benchmark.Run(
                found =>
                {
                    line.Clear();
                    finished++;
                    refused.AddRange(found.Refused);
                    if (found.Rows.Count > 0) report.Add(found.Task, found.Rows);
                },
                new Counter(done => line.Show(seconds => string.Create(CultureInfo.InvariantCulture, $"{finished} of {tasks} tasks, {done} of {benchmark.Comparisons} comparisons, {seconds:0} s"))),
                cancellation);
            return ExitCode.Done;
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
            foreach (var group in refused.GroupBy(pairing => (pairing.Estimator.Id, pairing.Reason)))
                log.Information("{Estimator:l} is left out on {Tasks:l}: {Reason:l}", group.Key.Id, string.Join(", ", group.Select(pairing => pairing.Task.Id)), group.Key.Reason);
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
            log.Information("no estimator for {Tasks:l}: {Reasons:l}", string.Join(", ", group.Select(task => task.Key.Id)), group.Key);
    }

    private static string Reasons(IEnumerable<BenchmarkPairing> pairings) => string.Join("; ", pairings.Select(pairing => pairing.Reason).Distinct());

    /// <summary>Hands progress on from the thread that reports it.</summary>
    private sealed class Counter(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
