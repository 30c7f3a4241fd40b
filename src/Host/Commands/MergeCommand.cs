using System.CommandLine;
using System.Globalization;
using Infoscope.Engine;
using Infoscope.Engine.States;
using Infoscope.Host.Logging;
using Infoscope.Host.Reports;
using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Commands;

/// <summary>Puts the saved parts of one comparison together and reports the rows of the whole.</summary>
internal sealed class MergeCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope merge part1.state part2.state part3.state",
        "infoscope merge parts/*.state --format csv --out results",
    ];

    private readonly Argument<string[]> states = new("STATE") { Description = "Files that infoscope compare --save-state wrote: every part of one comparison", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> unit = new("--unit") { HelpName = "nats|bits", Description = "Unit of information in the table", DefaultValueFactory = _ => "nats" };
    private readonly Option<string> format = new("--format") { HelpName = "table|csv|jsonl", Description = "What is written to stdout", DefaultValueFactory = _ => "table" };
    private readonly Option<string?> outFolder = new("--out") { HelpName = "DIR", Description = "Also write results.csv, results.jsonl, findings.jsonl and run.json into a folder" };
    private readonly Option<bool> overwrite = new("--overwrite") { Description = "Replace results that are in the folder already" };

    public MergeCommand(CommonOptions common)
        : base("merge", "Put saved parts of one comparison together: the same rows as in one run, to the last bit.")
    {
        Add(states);
        foreach (var option in new Option[] { unit, format, outFolder, overwrite }) Add(option);
        common.AddTo(this);
        SetAction((parse, cancellation) => Task.Run(() => common.Run(parse, log => Merge(parse, common, log, cancellation)), CancellationToken.None));
    }

    private int Merge(ParseResult parse, CommonOptions common, ILogger log, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var (chosen, bits) = ReportFactory.Choose(parse.GetValue(format)!, parse.GetValue(unit)!, problems);
        var path = parse.GetValue(outFolder) is { } folderText ? Path.GetFullPath(folderText) : null;
        if (path is not null && OutFolder.WhyNotInto(path, parse.GetValue(overwrite)) is { } reason) problems.Add(reason);
        var opened = new List<SavedState>();
        try
        {
            foreach (var state in parse.GetValue(states)!)
            {
                if (problems.Attempt(() => Open(state)) is { } one) opened.Add(one);
            }

            problems.ThrowIfAny();
            var comparison = SavedComparison.Of(opened);
            var started = DateTimeOffset.UtcNow;
            using var catalog = Plugins.Find(common.PluginPaths(parse) ?? [], log);
            var estimators = opened[0].Estimators.Select(saved => problems.Attempt(() => Load(catalog, saved))).ToArray();
            problems.ThrowIfAny();
            var settings = SettingsOf(opened[0].Settings, log);
            using var folder = path is null ? null : new OutFolder(path);
            using var report = new AllReports([ReportFactory.OnOutput(chosen, bits, opened[0].Settings.Quantities is not null), .. folder is null ? Array.Empty<IReport>() : [folder]]);
            var stream = new ResultStream(report, chosen != "table", opened[0].Settings.Quantities, opened[0].Settings.Differences, log);
            var code = Report(comparison, settings, estimators!, stream, log, cancellation);
            if (code == ExitCode.Done && (catalog.Refusals.Count > 0 || comparison.AnyFailed)) code = ExitCode.PluginRefused;
            folder?.WriteRun(RunRecord(started, parse.GetValue(states)!, comparison, opened[0].Settings, estimators!, code));
            return code;
        }
        catch (InvalidDataException refused)
        {
            throw new UserError(refused.Message);
        }
        finally
        {
            foreach (var state in opened) state.Dispose();
        }
    }

    private static SavedState Open(string path)
    {
        if (Directory.Exists(path)) throw new UserError($"the state {path} is a folder; give the files in it, such as {Path.Combine(path, "*.state")}.");
        if (!File.Exists(path)) throw new UserError($"the state {path} does not exist; give files that infoscope compare --save-state wrote.");
        try
        {
            return SavedState.Open(path);
        }
        catch (InvalidDataException refused)
        {
            throw new UserError(refused.Message);
        }
    }

    private static EstimatorEntry Load(PluginCatalog catalog, SavedEstimator saved)
    {
        var loaded = Plugins.LoadEstimator(catalog, saved.Id);
        var version = loaded.Description.Plugin.Version;
        if (version != saved.Version) throw new UserError($"the states are of {saved.Id} {saved.Version}; the plugin here is {version}, so use the one they were saved with.");
        return EstimatorEntries.Of(loaded, saved.OptionTexts, text => saved.Arrays.TryGetValue(text, out var array) ? array.Open(text) : throw new UserError($"the states hold no array {text}; save them again."));
    }

    private static ComparisonSettings SettingsOf(SavedSettings saved, ILogger log)
    {
        var (provider, device) = Devices.Find(saved.Device);
        return new ComparisonSettings
        {
            Seed = saved.Seed,
            Nulls = saved.Nulls,
            Items = saved.Items,
            Chains = saved.Chains,
            Optimalities = saved.Optimalities,
            Provider = provider,
            Device = device,
            Log = new PluginLog(log),
            Host = HostVersion.Text,
        };
    }

    private static int Report(SavedComparison comparison, ComparisonSettings settings, EstimatorEntry[] estimators, ResultStream stream, ILogger log, CancellationToken cancellation)
    {
        var failed = false;
        try
        {
            for (var set = 0; set < comparison.Sets; set++)
            {
                var result = Underway.Running($"completing {comparison.NameOf(set)}", () => comparison.Complete(set, estimators, settings, cancellation));
                foreach (var (estimator, reason) in result.Failures) log.Error("{Estimator:l} failed on {Set:l}: {Reason:l}", estimator, comparison.NameOf(set), reason);
                failed |= result.Failures.Count > 0;
                stream.Add(result.Rows);
            }

            stream.SayMissing();
            return failed ? ExitCode.PluginRefused : ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        finally
        {
            stream.End();
        }
    }

    private static object RunRecord(DateTimeOffset started, IReadOnlyList<string> states, SavedComparison comparison, SavedSettings saved, EstimatorEntry[] estimators, int code) => new
    {
        host = HostVersion.Text,
        started = started.ToString("O", CultureInfo.InvariantCulture),
        seconds = (DateTimeOffset.UtcNow - started).TotalSeconds,
        exit_code = code,
        activation_sets = comparison.Sets,
        states,
        settings = saved,
        estimators = estimators.Select(estimator => new { id = estimator.Id, version = estimator.Version, options = estimator.ResolvedOptions }),
    };
}
