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
        var started = DateTimeOffset.UtcNow;
        var problems = new ProblemList();
        problems.OneOf("--format", request.Format, Formats);
        var words = new BenchmarkWords(request, problems);
        var tasks = words.Tasks(request.List ? KnownTasks.All : BenchmarkTasks.Default);
        var settings = words.Settings();
        if (request.Out is not null && BenchmarkFolder.WhyNotInto(request.Out, request.Overwrite) is { } reason) problems.Add(reason);
        if (request.List)
        {
            problems.ThrowIfAny();
            TaskList.Write(tasks, request.Format);
            return ExitCode.Done;
        }

        using var catalog = Plugins.Find(request.Plugin, log);
        var files = new SmallFiles(Environment.CurrentDirectory);
        var choice = new EstimatorChoice(catalog, new CompareRequest { Estimators = request.Estimators, Set = request.Set, BaseFolder = Environment.CurrentDirectory }, files.OpenArray, log) { Vary = request.Vary ?? [] };
        var estimators = problems.Attempt(choice.Load) ?? [];
        foreach (var estimator in estimators.Where(estimator => choice.IsNamed(estimator.Id))) CheckOptions(estimator, problems);
        problems.ThrowIfAny();

        var benchmark = new Benchmark(estimators, tasks, settings);
        SayLeftOut(benchmark.Pairings);
        if (benchmark.Comparisons == 0) throw new UserError("none of the estimators applies to any of the tasks; name others with --estimators or --tasks, or put a plugin into the plugins folder.");
        using var folder = request.Out is null ? null : new BenchmarkFolder(request.Out);
        using IBenchmarkReport output = request.Format == "table" ? new BenchmarkTable(Consoles.Output()) : new BenchmarkLines(ReportFactory.Output(), request.Format == "jsonl");
        var code = Underway.Running("running the benchmark", () => Run(benchmark, folder is null ? [output] : [output, folder], cancellation));
        if (code == ExitCode.Done && (catalog.Refusals.Count > 0 || choice.AnyRefused || benchmark.AnyFailed)) code = ExitCode.PluginRefused;
        folder?.WriteRun(RunRecord(started, tasks, settings, estimators, code));
        return code;
    }

    private int Run(Benchmark benchmark, IReadOnlyList<IBenchmarkReport> reports, CancellationToken cancellation)
    {
        var tasks = benchmark.Pairings.Where(pairing => pairing.Applies).Select(pairing => pairing.Task).Distinct().Count();
        var (finished, any) = (0, false);
        var untold = new List<(string Estimator, string What, string Task, string Reason)>();
        var line = new LiveLine(quiet);
        try
        {
            benchmark.Run(
                found =>
                {
                    line.Clear();
                    finished++;
                    untold.AddRange(found.Refused.Select(pairing => (NameOf(pairing.Estimator.Id, pairing.Variant), "is left out on", pairing.Task.Id, pairing.Reason)));
                    untold.AddRange(found.Rows.Where(row => row.Failures > 0).Select(row => (NameOf(row.Estimator, row.Variant), "failed on seeds of", row.Task, row.Failure)).Distinct());
                    if (found.Rows.Count == 0) return;
                    any = true;
                    foreach (var report in reports) report.Add(found.Task, found.Rows);
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
            foreach (var report in reports) report.End();
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

    private object RunRecord(DateTimeOffset started, IReadOnlyList<KnownTask> tasks, BenchmarkSettings settings, IReadOnlyList<EstimatorEntry> estimators, int code) => new
    {
        host = HostVersion.Text,
        started = started.ToString("O", CultureInfo.InvariantCulture),
        seconds = (DateTimeOffset.UtcNow - started).TotalSeconds,
        exit_code = code,
        request,
        settings = new { n = settings.Rows, seeds = settings.Seeds, seed = settings.Seed, @null = settings.Nulls, threads = settings.Threads, device = settings.Device.Id },
        tasks = tasks.Select(task => task.Id),
        estimators = estimators.Select(estimator => new { id = estimator.Id, version = estimator.Version, options = estimator.ResolvedOptions }),
    };

    private void SayLeftOut(IReadOnlyList<BenchmarkPairing> pairings)
    {
        var entrants = pairings.GroupBy(pairing => (pairing.Estimator.Id, pairing.Variant)).ToArray();
        foreach (var (name, failed) in Named(entrants.Where(group => group.Any(pairing => pairing.IsFailure)), group => group.First(pairing => pairing.IsFailure).Reason)) log.Error("{Estimator:l} failed: {Reason:l}", name, failed);
        foreach (var (name, reasons) in Named(entrants.Where(group => group.All(pairing => pairing is { Applies: false, IsFailure: false })), Reasons)) log.Information("{Estimator:l} is left out: {Reasons:l}", name, reasons);
        foreach (var group in pairings.GroupBy(pairing => pairing.Task).Where(group => group.All(pairing => !pairing.Applies)).GroupBy(Reasons))
            log.Information("no estimator for {Tasks:l}: {Reasons:l}", Suggest.List([.. group.Select(task => task.Key.Id)], MostNames), group.Key);
    }

    private static string NameOf(string id, string variant) => variant.Length == 0 ? id : $"{id} {variant}";

    // What holds of several variants of an estimator is told once.
    private static IEnumerable<(string Name, string Reason)> Named(IEnumerable<IGrouping<(string Id, string Variant), BenchmarkPairing>> entrants, Func<IEnumerable<BenchmarkPairing>, string> reason) =>
        entrants.GroupBy(entrant => (entrant.Key.Id, Reason: reason(entrant))).Select(same => (same.Count() == 1 ? NameOf(same.Key.Id, same.Single().Key.Variant) : same.Key.Id, same.Key.Reason));

    private static string Reasons(IEnumerable<BenchmarkPairing> pairings) => string.Join("; ", pairings.Where(pairing => !pairing.IsFailure).Select(pairing => pairing.Reason).Distinct());

    /// <summary>Hands progress on from the thread that reports it.</summary>
    private sealed class Counter(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
