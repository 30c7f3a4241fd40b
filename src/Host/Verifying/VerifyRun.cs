using Infoscope.Conformance;
using Infoscope.Host.Inspection;
using Infoscope.Host.Reports;
using Infoscope.Host.Verifying.Child;
using Infoscope.Host.Verifying.Reports;
using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Verifying;

/// <summary>One run of verify: the plugin's metadata, then estimator after estimator in processes of their own, into the report.</summary>
internal sealed class VerifyRun(VerifyRequest request, bool quiet, ILogger log)
{
    private const int MostCases = 1_000_000;
    private const int MostThreads = 1024;
    private const string DefaultMemory = "2GiB";
    private const long LeastMemoryBytes = 256L << 20;
    private const double DefaultSeconds = 10;

    public int Run(CancellationToken cancellation)
    {
        var problems = new ProblemList();
        problems.OneOf("--format", request.Format, ["table", "jsonl"]);
        var threads = problems.Between("--threads", request.Threads ?? Environment.ProcessorCount, 1, MostThreads);
        var limits = new ChildLimits(TimeSpan.FromSeconds(request.TimeLimit ?? DefaultSeconds), Memory(problems), request.Memory ?? DefaultMemory);
        var settings = Settings(problems);
        using var found = VerifiedPlugin.Find(request, log);
        var estimators = found.Choose(request.Estimators, problems);
        if (request.Replay is not null && estimators.Count > 1) problems.Add("--replay is one case of one estimator; give --estimator ID, as the report does.");
        var options = Options(estimators, problems);
        var expected = found.Homes.ToDictionary(home => home, home => ExpectedFailuresFile.Read(home, found.In(home), problems));
        var saved = found.Homes.ToDictionary(home => home, home => new CounterexampleFolder(home).Read(found.In(home), problems));
        problems.ThrowIfAny();

        IVerifyReport report = request.Format == "jsonl" ? new VerifyLines(StandardOutput.Writer) : new VerifyTable(StandardOutput.Writer);
        var progress = new ProgressLine(estimators.Count, quiet, "laws");
        var (finished, falsified, unrun) = (0, false, false);
        try
        {
            foreach (var about in estimators)
            {
                var home = PluginHome.Of(about);
                var known = saved[home][about.Id].Where(one => settings.Laws.Count == 0 || settings.Laws.Contains(one.Law)).ToArray();
                if (known.Length > 0 && settings.Replay is null) log.Information("{Estimator:l}: {Count} saved {Noun:l} tried first", about.Id, known.Length, known.Length == 1 ? "counterexample is" : "counterexamples are");
                var child = new ChildRequest
                {
                    Plugin = about.Plugin.Path,
                    Image = found.ImageOf(about),
                    Estimator = about.Id,
                    Options = options.GetValueOrDefault(about.Id) ?? [],
                    Folder = Environment.CurrentDirectory,
                    Settings = settings with { ExpectedFailures = [.. expected[home][about.Id]], SavedCases = known },
                };
                var outcome = RunOne(child, limits, threads, progress, cancellation);
                finished++;
                if (outcome.Refusal is { } refusal)
                {
                    log.Error("{Sentence:l}", refusal);
                    unrun = true;
                    continue;
                }

                var result = Result(about, outcome, settings);
                report.Add(result, new ReplayCommand(request, found.IsPath, about.Id));
                falsified |= result.IsFalsified;
                if (result.Ran == 0) log.Error("{Estimator:l}: nothing ran; none of the laws could be tested", about.Id);
                unrun |= result.Ran == 0;
                if (request.Save) Save(about.Id, home, result, saved[home][about.Id]);
            }
        }
        catch (OperationCanceledException)
        {
            log.Warning("cancelled after {Finished} of {All} estimators; their reports are kept", finished, estimators.Count);
            throw;
        }

        if (falsified) return ExitCode.Falsified;
        if (unrun) return ExitCode.WrongInput;
        return found.AnyRefused ? ExitCode.PluginRefused : ExitCode.Done;
    }

    private static EstimatorOutcome RunOne(ChildRequest child, ChildLimits limits, int threads, ProgressLine progress, CancellationToken cancellation)
    {
        progress.Next(child.Estimator, child.Settings.Laws.Count > 0 ? child.Settings.Laws.Count : LawNames.All.Count);
        try
        {
            return new EstimatorVerification(child, limits, threads, progress, cancellation).Run();
        }
        finally
        {
            progress.Clear();
        }
    }

    // An estimator that could not even be asked has a line for each law all the same.
    private static VerificationReport Result(EstimatorDescription about, EstimatorOutcome outcome, VerificationSettings settings) => new()
    {
        Estimator = about.Id,
        Version = about.Plugin.Version,
        Seed = settings.Seed,
        Cases = settings.Cases,
        Problems = outcome.Problems,
        Checks = outcome.Checks.Count > 0 ? outcome.Checks : [.. (settings.Laws.Count > 0 ? settings.Laws : LawNames.All).Order().Select(law => Unasked(about, law))],
    };

    private static CheckReport Unasked(EstimatorDescription about, Law law)
    {
        var claim = about.Claims.FirstOrDefault(one => one.Law == law);
        return new CheckReport
        {
            Law = law,
            Quantities = [],
            Stance = claim is not null ? Stance.Claimed : about.Disclaimers.Any(one => one.Law == law) ? Stance.Disclaimed : Stance.Unmentioned,
            Exactness = claim?.Exactness ?? Exactness.Exact,
            Outcome = Outcome.Failed,
            Sentence = "not run: the estimator could not be asked what it needs",
        };
    }

    private VerificationSettings Settings(ProblemList problems)
    {
        var laws = new List<Law>();
        foreach (var name in VerifiedPlugin.Split(request.Laws) ?? [])
        {
            if (LawNames.Parse(name) is { } law) laws.Add(law);
            else problems.Add(LawNames.Unknown(name));
        }

        if (request.Laws is not null && laws.Count == 0 && problems.Sentences.Count == 0) problems.Add("--law names none; leave it out to test all laws.");
        var replay = request.Replay is null ? null : CaseReplay.Parse(request.Replay);
        if (request.Replay is not null && replay is null) problems.Add($"--replay is '{request.Replay}'; three numbers A,B,C are needed, the second odd, as a report names them.");
        if (request.Replay is not null && (request.Laws is null || laws.Distinct().Count() > 1)) problems.Add("--replay is one case of one law; give --law LAW, as the report does.");
        return new VerificationSettings
        {
            Seed = request.Seed ?? 1,
            Cases = problems.Between("--cases", request.Cases ?? VerificationSettings.DefaultCases, 1, MostCases),
            Laws = [.. laws.Distinct()],
            Replay = replay,
        };
    }

    private long Memory(ProblemList problems)
    {
        if (ByteSize.Parse(request.Memory ?? DefaultMemory) is { } bytes and >= LeastMemoryBytes) return bytes;
        problems.Add($"--memory is '{request.Memory}'; a size of at least 256MiB is needed, such as {DefaultMemory}.");
        return LeastMemoryBytes;
    }

    private Dictionary<string, Dictionary<string, string>> Options(IReadOnlyList<EstimatorDescription> estimators, ProblemList problems)
    {
        var (options, sentences) = (new Dictionary<string, Dictionary<string, string>>(), new List<string>());
        OptionTexts.Add(request.Set, options, [.. estimators.Select(one => one.Id)], "verified", sentences);
        problems.AddRange(sentences);
        return options;
    }

    // What cannot be saved does not change what was found.
    private void Save(string estimator, PluginHome home, VerificationReport result, IEnumerable<SavedCase> known)
    {
        var to = ShellText.Quoted(home.Counterexamples);
        try
        {
            var added = new CounterexampleFolder(home).Add(estimator, result.Checks, known);
            if (added > 0) log.Information("{Estimator:l}: {Count} {Noun:l} saved in {Folder:l}", estimator, added, added == 1 ? "counterexample is" : "counterexamples are", to);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.Error("{Estimator:l}: counterexamples cannot be saved in {Folder:l}: {Reason:l}", estimator, to, failure.Message);
        }
    }
}
