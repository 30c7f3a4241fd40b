using System.Globalization;
using Infoscope.Engine;
using Infoscope.Engine.Derived;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.States;
using Infoscope.Host.Inputs;
using Infoscope.Host.Inspection;
using Infoscope.Host.Logging;
using Infoscope.Host.Plans;
using Infoscope.Host.Reports;
using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Commands;

/// <summary>One run of compare: plugins, inputs, checks, then activation set after activation set into the reports.</summary>
internal sealed class CompareRun(CompareRequest request, bool quiet, ILogger log)
{
    private const int MostThreads = 1024;

    /// <summary>Gets what finds the plugins, if it is not done as in every other command.</summary>
    public Func<PluginCatalog>? FindPlugins { get; init; }

    private string SavePath => Path.GetFullPath(request.SaveState!, request.BaseFolder);

    private string OutPath => Path.GetFullPath(request.Out!, request.BaseFolder);

    /// <summary>Adds what keeps results from being written where they are wanted.</summary>
    public void AddWhatIsInTheWay(ProblemList problems)
    {
        if (request.SaveState is not null && StateFile.WhyNotInto(SavePath, request.Overwrite ?? false) is { } obstacle) problems.Add(obstacle);
        if (request.Out is not null && OutFolder.WhyNotInto(OutPath, request.Overwrite ?? false) is { } reason) problems.Add(reason);
    }

    public int Run(CancellationToken cancellation)
    {
        var started = DateTimeOffset.UtcNow;
        var problems = new ProblemList();
        var (format, bits) = Output(problems);
        using var catalog = FindPlugins?.Invoke() ?? Plugins.Find(request.Plugin ?? [], log);
        var inputs = new ActivationSets(request, log);
        var choice = new EstimatorChoice(catalog, request, inputs.OpenArray, log);
        var words = new ComparisonWords(request, problems);
        var settings = Settings(words, problems);
        var differences = words.Differences();
        var estimators = problems.Attempt(choice.Load) ?? [];
        var sets = problems.Attempt(() => Underway.Running("making labels", () => inputs.Build(Plugins.LabelSources(catalog)))) ?? [];
        if (sets.Count > 0) settings = WithLabels(settings, words, [.. inputs.Labels.Select(set => set.Name)]);
        problems.ThrowIfAny();
        var allowed = new AllowedEstimators(estimators, settings!, choice.IsNamed, log);
        var comparisons = Underway.Running("asking the estimators what they need", () => allowed.Compare(sets, problems));
        problems.ThrowIfAny();
        SayRows(sets);
        SayNoLabels(sets, inputs, allowed);
        SayUnused(allowed.Everywhere);

        using var folder = request.Out is null ? null : new OutFolder(OutPath);
        using var report = new AllReports(settings!.Shard.Count > 1 ? [] : [ReportFactory.OnOutput(format, bits, choice.Quantities is not null), .. folder is null ? Array.Empty<IReport>() : [folder]]);
        using var saver = request.SaveState is null ? null : new StateFile(SavePath, settings, SavedSettings.Of(settings, choice.Quantities, differences), estimators);
        var stream = new ResultStream(report, format != "table", choice.Quantities, differences, log);
        var finished = 0;
        var failed = allowed.AnyFailed;
        var code = ExitCode.WrongInput;
        try
        {
            var progress = new ProgressLine(comparisons.Count, quiet);
            foreach (var (set, comparison) in comparisons)
            {
                var result = RunOne(set, comparison, saver?.Writer, progress, cancellation);
                failed |= result.Failures.Count > 0;
                // What a part has finished by itself is of no use before the parts are merged.
                if (settings.Shard.Count == 1) stream.Add(result.Rows);
                finished++;
                log.Debug("{Set:l}: {Rows} rows after {Seconds:0.0} s", set.Activations.Name, result.Rows.Count, (DateTimeOffset.UtcNow - started).TotalSeconds);
            }

            failed |= catalog.Refusals.Count > 0 || choice.AnyRefused;
            saver?.Finish(failed);
            if (settings.Shard.Count == 1) stream.SayMissing();
            code = failed ? ExitCode.PluginRefused : ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            code = ExitCode.Cancelled;
            log.Warning("cancelled after {Finished} of {All} activation sets; their rows are kept", finished, comparisons.Count);
        }
        finally
        {
            stream.End();
            folder?.WriteRun(RunRecord(started, sets, inputs, settings, estimators, finished, code));
        }

        if (saver is not null && code != ExitCode.Cancelled) SaySaved(settings.Shard);
        return code;
    }

    private ComparisonResult RunOne(ActivationSet set, Comparison comparison, StateWriter? saver, ProgressLine progress, CancellationToken cancellation)
    {
        progress.Next(set.Activations.Name, set.Activations.Rows);
        try
        {
            var result = Underway.Running($"comparing {set.Activations.Name}", () => comparison.Run(progress, saver, cancellation));
            progress.Clear();
            foreach (var (estimator, reason) in result.Failures) log.Error("{Estimator:l} failed on {Set:l}: {Reason:l}", estimator, set.Activations.Name, reason);
            // A part of a comparison has no rows in any case.
            if (result is { Failures.Count: > 0, Rows.Count: 0 } && request.Shard is null)
                log.Information("nothing came of {Set:l}; infoscope inspect {File:l} says what is in it", set.Activations.Name, ShellText.Quoted(set.Activations.Name));
            return result;
        }
        finally
        {
            progress.Clear();
            Close(set);
        }
    }

    private static void Close(ActivationSet set)
    {
        (set.Activations as IDisposable)?.Dispose();
        (set.Reference as IDisposable)?.Dispose();
        (set.Attention as IDisposable)?.Dispose();
    }

    private (string Format, bool Bits) Output(ProblemList problems)
    {
        if (request.Activations is not { Count: > 0 }) problems.Add("nothing to compare; give ACTIVATIONS, such as: infoscope compare layer1.npy --labels class=labels.npy");
        var (format, bits) = ReportFactory.Choose(request.Format ?? "table", request.Unit ?? "nats", problems);
        AddWhatIsInTheWay(problems);
        problems.Attempt(() => Positions.Parse(request.Positions ?? "common"));
        return (format, bits);
    }

    private static ComparisonSettings? WithLabels(ComparisonSettings? settings, ComparisonWords words, IReadOnlyList<string> labels)
    {
        var (chains, optimalities, within) = (words.Chains(labels), words.Optimalities(labels), words.NullWithin(labels));
        return settings is null ? null : settings with { Chains = chains, Optimalities = optimalities, NullWithin = within };
    }

    private ComparisonSettings? Settings(ComparisonWords words, ProblemList problems)
    {
        var found = problems.Attempt(() => Devices.Find(request.Device ?? "auto"));
        var nulls = problems.Between("--null", request.Null ?? 20, 0, ComparisonSettings.MostNulls);
        var threads = problems.Between("--threads", request.Threads ?? Environment.ProcessorCount, 1, MostThreads);
        var precision = problems.OneOf("--precision", request.Precision ?? "auto", ["auto", "single", "double"]);
        return found is not var (provider, device) ? null : new ComparisonSettings
        {
            Seed = request.Seed ?? 0,
            Nulls = nulls,
            NullUnit = words.NullUnit(),
            MemoryBytes = words.MemoryBytes(),
            ProbesScale = words.ProbesScale(),
            SavesStates = request.SaveState is not null,
            Shard = words.Shard(),
            Threads = threads,
            Items = request.Items ?? false,
            Precision = precision switch
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

    private void SaySaved(Shard shard)
    {
        if (shard.Count > 1) log.Information("part {Index} of {Count} is saved in {File:l}; merge all parts with: infoscope merge FILE...", shard.Index + 1, shard.Count, request.SaveState);
        else log.Information("the states are saved in {File:l}; infoscope merge reads them", request.SaveState);
    }

    private void SayRows(IReadOnlyList<ActivationSet> sets)
    {
        foreach (var group in sets.Where(set => set.Selected is not null && set.Selected.Contains(false)).GroupBy(set => (Used: set.Selected!.LongCount(used => used), set.Activations.Rows)))
            log.Information("positions {Positions:l}: {Used} of {Rows} rows are used", request.Positions ?? "common", group.Key.Used, group.Key.Rows);
    }

    // What is asked for by --quantities and needs labels is missed at the end.
    private void SayNoLabels(IReadOnlyList<ActivationSet> sets, ActivationSets inputs, AllowedEstimators allowed)
    {
        if (inputs.Labels.Count > 0 || request.Quantities is not null || !allowed.AnyTakesLabels) return;
        var fitting = inputs.WholeNumbers.FirstOrDefault(array => sets.Any(set => RowLabels.Fits(array.Shape, [set.Activations.Rows]))).Specification;
        log.Information("no labels, so no information about any; give --labels NAME=FILE{Example:l}", fitting is null ? "" : $", such as {ShellText.Quoted($"class={fitting}")}");
    }

    private void SayUnused(IEnumerable<EstimatorEntry> estimators)
    {
        bool Nobody(Func<InputRequirements, InputNeed> need) => estimators.All(estimator => need(estimator.Estimator.Requires(estimator.Options)) == InputNeed.None);
        if (request.Reference is not null && Nobody(need => need.Reference)) log.Warning("none of the estimators looks at --reference");
        if (request.Attention is not null && Nobody(need => need.Attention)) log.Warning("none of the estimators looks at --attention");
    }

    private object RunRecord(DateTimeOffset started, IReadOnlyList<ActivationSet> sets, ActivationSets inputs, ComparisonSettings settings, IReadOnlyList<EstimatorEntry> estimators, int finished, int code) => new
    {
        host = HostVersion.Text,
        started = started.ToString("O", CultureInfo.InvariantCulture),
        seconds = (DateTimeOffset.UtcNow - started).TotalSeconds,
        exit_code = code,
        activation_sets = sets.Count,
        activation_sets_finished = finished,
        request,
        settings = new
        {
            seed = settings.Seed,
            @null = settings.Nulls,
            null_unit = request.NullUnit ?? "auto",
            null_within = settings.NullWithin,
            memory_bytes = settings.MemoryBytes,
            positions = request.Positions ?? "common",
            precision = request.Precision ?? "auto",
            items = settings.Items,
            device = settings.Device.Id,
            threads = settings.Threads,
        },
        labels = inputs.Labels.Select(set => new { name = set.Name, shape = set.Labels.Shape, labels = set.Labels.Count, unlabelled = set.Labels.Ids.Count(-1) }),
        estimators = estimators.Select(estimator => new { id = estimator.Id, version = estimator.Version, options = estimator.ResolvedOptions }),
        machine = new { processors = Environment.ProcessorCount, system = System.Runtime.InteropServices.RuntimeInformation.OSDescription, runtime = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription },
    };
}
