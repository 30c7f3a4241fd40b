using System.Globalization;
using Infoscope.Engine;
using Infoscope.Engine.Inputs;
using Infoscope.Host.Inputs;
using Infoscope.Host.Logging;
using Infoscope.Host.Plans;
using Infoscope.Host.Reports;
using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Commands;

/// <summary>One run of compare: plugins, inputs, checks, then activation set after activation set into the reports.</summary>
internal sealed class CompareRun(CompareRequest request, bool quiet, ILogger log)
{
    public int Run(CancellationToken cancellation)
    {
        if (request.Activations is not { Count: > 0 }) throw new UserError("nothing to compare; give ACTIVATIONS, such as: infoscope compare layer1.npy --labels class=labels.npy");
        var bits = OneOf("--unit", request.Unit ?? "nats", ["nats", "bits"]) == "bits";
        var format = OneOf("--format", request.Format ?? "table", ReportFactory.Formats);
        if (bits && format != "table") throw new UserError($"--unit bits is for the table; {format} always carries nats, whose column names the unit.");
        var started = DateTimeOffset.UtcNow;

        using var catalog = Plugins.Find(request.Plugin ?? [], log);
        var inputs = new ActivationSets(request, log);
        var sets = inputs.Build(Plugins.LabelSources(catalog));
        var settings = Settings();
        var choice = new EstimatorChoice(catalog, request, inputs.OpenArray, log);
        var estimators = choice.Load();
        var quantities = WantedQuantities(catalog, estimators);
        var comparisons = sets.Select(set => (Set: set, Comparison: new Comparison(set, Allowed(set, estimators, settings), settings))).ToArray();
        var problems = comparisons.SelectMany(one => one.Comparison.Check()).Distinct().ToArray();
        if (problems.Length > 0) throw new UserError(problems);
        if (quiet is false) SayRows(sets);

        using var folder = request.Out is null ? null : new OutFolder(Path.GetFullPath(request.Out, request.BaseFolder), request.Overwrite ?? false);
        using var report = new AllReports([ReportFactory.OnOutput(format, bits), .. folder is null ? Array.Empty<IReport>() : [folder]]);
        var finished = 0;
        var failed = false;
        var code = ExitCode.Cancelled;
        try
        {
            var progress = new ProgressLine(comparisons.Length, quiet);
            foreach (var (set, comparison) in comparisons)
            {
                progress.Next(set.Activations.Name, set.Activations.Rows);
                ComparisonResult result;
                try
                {
                    result = comparison.Run(progress, cancellation);
                }
                finally
                {
                    progress.Clear();
                    Close(set);
                }

                foreach (var (estimator, reason) in result.Failures) log.Error("{Estimator:l} failed on {Set:l}: {Reason:l}", estimator, set.Activations.Name, reason);
                failed |= result.Failures.Count > 0;
                report.Add([.. result.Rows.Where(row => quantities is null || quantities.Contains(row.Quantity))]);
                finished++;
            }

            code = catalog.Refusals.Count > 0 || choice.AnyRefused || failed ? ExitCode.PluginRefused : ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            log.Warning("cancelled after {Finished} of {All} activation sets; their rows are kept", finished, comparisons.Length);
        }
        finally
        {
            report.End();
            folder?.WriteRun(RunRecord(started, sets, inputs, estimators, finished, code));
        }

        return code;
    }

    private static string OneOf(string name, string value, string[] allowed) =>
        allowed.Contains(value) ? value : throw new UserError($"{name} is '{value}'; {Suggest.Sentence(value, allowed)}");

    private static void Close(ActivationSet set)
    {
        (set.Activations as IDisposable)?.Dispose();
        (set.Reference as IDisposable)?.Dispose();
        (set.Attention as IDisposable)?.Dispose();
    }

    private string[]? WantedQuantities(PluginCatalog catalog, IReadOnlyList<EstimatorEntry> estimators)
    {
        if (request.Quantities is null) return null;
        var known = catalog.Estimators.Where(estimator => estimators.Any(entry => entry.Id == estimator.Id)).SelectMany(estimator => estimator.Quantities).Distinct().ToArray();
        var wanted = request.Quantities.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        var unknown = wanted.Except(known).Select(quantity => $"none of the estimators gives a quantity '{quantity}'; {Suggest.Sentence(quantity, known)}").ToArray();
        return unknown.Length == 0 ? wanted : throw new UserError(unknown);
    }

    private ComparisonSettings Settings()
    {
        var (provider, device) = Devices.Find(request.Device ?? "auto");
        return new ComparisonSettings
        {
            Seed = request.Seed ?? 0,
            Nulls = AtLeast("--null", request.Null ?? 20, 0),
            Threads = AtLeast("--threads", request.Threads ?? Environment.ProcessorCount, 1),
            Items = request.Items ?? false,
            Precision = OneOf("--precision", request.Precision ?? "auto", ["auto", "single", "double"]) switch
            {
                "single" => Precision.Single,
                "double" => Precision.Double,
                _ => null,
            },
            Provider = provider,
            Device = device,
            Log = new PluginLog(log),
            Host = HostVersion.Text,
        };
    }

    private static int AtLeast(string name, int value, int least) => value >= least ? value : throw new UserError($"{name} is {value}; at least {least} is needed.");

    /// <summary>Gives the estimators to run on a set: those that were named, or all that its inputs allow.</summary>
    private IReadOnlyList<EstimatorEntry> Allowed(ActivationSet set, IReadOnlyList<EstimatorEntry> estimators, ComparisonSettings settings)
    {
        if (request.Estimators is not null) return estimators;
        var allowed = new List<EstimatorEntry>();
        foreach (var estimator in estimators)
        {
            var problems = new Comparison(set, [estimator], settings).Check();
            if (problems.Count == 0) allowed.Add(estimator);
            else log.Information("{Estimator:l} is left out of {Set:l}: {Problem:l}", estimator.Id, set.Name, problems[0]);
        }

        return allowed.Count > 0 ? allowed : estimators;
    }

    private void SayRows(IReadOnlyList<ActivationSet> sets)
    {
        foreach (var group in sets.Where(set => set.Selected is not null).GroupBy(set => (Used: set.Selected!.LongCount(used => used), set.Activations.Rows)))
            log.Information("positions {Positions:l}: {Used} of {Rows} rows are used", request.Positions ?? "common", group.Key.Used, group.Key.Rows);
    }

    private object RunRecord(DateTimeOffset started, IReadOnlyList<ActivationSet> sets, ActivationSets inputs, IReadOnlyList<EstimatorEntry> estimators, int finished, int code) => new
    {
        host = HostVersion.Text,
        started = started.ToString("O", CultureInfo.InvariantCulture),
        seconds = (DateTimeOffset.UtcNow - started).TotalSeconds,
        exit_code = code,
        activation_sets = sets.Count,
        activation_sets_finished = finished,
        request,
        labels = inputs.Labels.Select(set => new { name = set.Name, shape = set.Labels.Shape, labels = set.Labels.Count, unlabelled = set.Labels.Ids.Count(-1) }),
        estimators = estimators.Select(estimator => new { id = estimator.Id, version = estimator.Version, options = estimator.ResolvedOptions }),
        machine = new { processors = Environment.ProcessorCount, system = System.Runtime.InteropServices.RuntimeInformation.OSDescription, runtime = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription },
    };
}
