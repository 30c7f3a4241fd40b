namespace Infoscope.Conformance;

/// <summary>The verification of one estimator: its checks, each of which can be run by itself, in any order, on any thread.</summary>
public sealed class Verification
{
    // In so many cases every quantity that is ever given has been.
    private const int EnoughToSeeAll = 100;

    private readonly Subject subject;
    private readonly VerificationSettings settings;

    private Verification(Subject subject, VerificationSettings settings, IReadOnlyList<PlannedCheck> checks, IReadOnlyList<string> problems)
    {
        this.subject = subject;
        this.settings = settings;
        Checks = checks;
        Problems = problems;
    }

    /// <summary>Gets the checks, in the order of the report.</summary>
    public IReadOnlyList<PlannedCheck> Checks { get; }

    /// <summary>Gets what is wrong with the estimator's declarations.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Plans the verification; the estimator is asked what it needs, and runs on nothing.</summary>
    public static Verification Of(Subject subject, VerificationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(settings);
        var table = new ClaimTable(subject);
        var problems = Enum.GetValues<Law>().SelectMany(table.Contradictions).ToList();
        var trials = new Dictionary<Configuration, Trial>();
        try
        {
            foreach (var configuration in Configurations.Of(subject, problems)) trials.Add(configuration, new Trial(subject, configuration));
        }
        catch (Exception failure) when (failure is OptionException or RefusedException or FaultException)
        {
            problems.Add(failure.Message);
        }

        return new Verification(subject, settings, trials.Count == 0 ? [] : [.. new CheckPlan(subject, trials).Of(settings.Laws)], problems);
    }

    /// <summary>Runs every check and reports.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static VerificationReport Run(Subject subject, VerificationSettings settings, CancellationToken cancellation)
    {
        var verification = Of(subject, settings);
        var reports = new CheckReport[verification.Checks.Count];
        void Run(int place) => reports[place] = verification.Run(place, _ => { }, cancellation);
        var places = Enumerable.Range(0, reports.Length).ToLookup(place => verification.Checks[place].RunsAlone);
        Parallel.ForEach(places[false], new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, settings.Threads), CancellationToken = cancellation }, Run);
        foreach (var place in places[true]) Run(place);
        return verification.Report(reports);
    }

    /// <summary>Runs one check.</summary>
    /// <param name="place">Its place in <see cref="Checks"/>.</param>
    /// <param name="watch">Is told of every case before it runs.</param>
    /// <param name="cancellation">Ends the check between cases.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CheckReport Run(int place, Action<TestCase> watch, CancellationToken cancellation)
    {
        var planned = Checks[place];
        if (planned.Check is not { } check)
            return ExpectedOf(planned).FirstOrDefault() is { } listed ? Blank(planned, Outcome.Failed, $"an expected failure is listed ({listed.Because}), but {planned.Why}") : NotApplicable(planned);
        foreach (var saved in SavedFor(check))
        {
            watch(saved);
            if (check.Test(saved) is { IsBroken: true } verdict) return Reported(planned, new Tally { Ran = 1, Falsified = verdict.Sentence, Quantity = verdict.Quantity, IsFault = verdict.Kind == CaseVerdictKind.Fault, Counterexample = saved });
        }

        var cases = CasesOf(planned);
        var from = settings.Replay ?? StartOf(planned);
        return Reported(planned, SenseOf(planned) switch
        {
            Exactness.InDistribution => DistributionTest.Run(check, cases, from, watch, cancellation),
            Exactness.Statistical => AverageTest.Run(check, cases, from, watch, cancellation),
            Exactness.Asymptotic => LimitTest.Run(check, cases, from, watch, cancellation),
            _ => ExactTest.Run(check, cases, from, watch, cancellation),
        });
    }

    /// <summary>Tests one case of a check.</summary>
    /// <returns>How the law is falsified; null when it is not.</returns>
    public string? Test(int place, TestCase one)
    {
        var verdict = Checks[place].Check!.Test(one);
        return verdict.IsBroken ? verdict.Sentence : null;
    }

    /// <summary>Gives simpler cases, large steps first.</summary>
    public IEnumerable<TestCase> Shrink(int place, TestCase one)
    {
        return CaseGenerators.Of(Checks[place].Check!).Shrinker(one);
    }

    /// <summary>Finds the configuration of a text such as <c>draws=2,subspaces=2</c> among those of a check; null when it is none of them.</summary>
    public Configuration? ConfigurationOf(int place, string text) => Checks[place].Check?.Configurations.FirstOrDefault(configuration => configuration.Text == text);

    /// <summary>Finds what makes a case of an exact check again, by generating the cases before it without running them.</summary>
    /// <param name="place">The check.</param>
    /// <param name="number">How many cases it had run, this one among them.</param>
    /// <param name="one">The case, if it is known.</param>
    /// <returns>Null when it is none that was generated: one that was saved, or that another was being shrunk to.</returns>
    public CaseReplay? ReplayOf(int place, long number, TestCase? one)
    {
        var planned = Checks[place];
        if (planned.Check is not { } check || SenseOf(planned) != Exactness.Exact) return null;
        var among = number - SavedFor(check).Count();
        return among < 1 ? null : CaseFinder.Find(check, CasesOf(planned), settings.Replay ?? StartOf(planned), among, one);
    }

    /// <summary>Reports a check whose process ended: whatever is claimed, that is a failure.</summary>
    public CheckReport Ended(int place, string sentence, TestCase? counterexample) => Blank(Checks[place], Outcome.Failed, sentence) with { Ran = 1, Counterexample = counterexample };

    /// <summary>Puts the reports of all checks together.</summary>
    public VerificationReport Report(IReadOnlyList<CheckReport> reports) => new()
    {
        Estimator = subject.Id,
        Version = subject.Version,
        Seed = settings.Seed,
        Cases = settings.Cases,
        Problems = Problems,
        Checks = reports,
    };

    private static CheckReport Blank(PlannedCheck planned, Outcome outcome, string sentence) => new()
    {
        Law = planned.Law,
        Statement = planned.Property.Statement,
        Quantities = planned.Check?.Quantities ?? [],
        Configurations = [.. planned.Check?.Configurations.Select(configuration => configuration.Text) ?? []],
        Stance = planned.Standing.Stance,
        Exactness = SenseOf(planned),
        Outcome = outcome,
        Sentence = sentence,
    };

    // An average is never exact on one data set, and of a bound in distribution the averages are what is left.
    private static Exactness SenseOf(PlannedCheck planned) =>
        planned.Property.IsAboutAverages || (planned.Standing.Exactness == Exactness.InDistribution && !planned.Property.IsEquation) ? Exactness.Statistical : planned.Standing.Exactness;

    private static CheckReport NotApplicable(PlannedCheck planned) => planned.Standing.Binds
        ? Blank(planned, Outcome.Failed, $"it is claimed, but {planned.Why}")
        : Blank(planned, Outcome.NotApplicable, planned.Why);

    private int CasesOf(PlannedCheck planned) => settings.Replay is null ? Math.Min(settings.Cases, planned.Property.MostCases) : 1;

    private IEnumerable<TestCase> SavedFor(Check check) => settings.Replay is not null
        ? []
        : settings.SavedCases.Where(saved => saved.Law == check.Property.Law && !check.Property.IsAboutAverages && check.Standing.Exactness == Exactness.Exact)
            .Select(saved => check.Configurations.FirstOrDefault(one => one.Text == saved.Case.Configuration.Text) is { } configuration ? saved.Case with { Configuration = configuration } : null)
            .OfType<TestCase>();

    private CheckReport Reported(PlannedCheck planned, Tally tally)
    {
        var (outcome, sentence) = Judge(planned, tally);
        return Blank(planned, outcome, sentence) with { Ran = tally.Ran, Refused = tally.Refused, Counterexample = tally.Counterexample, Replay = tally.Replay };
    }

    private (Outcome Outcome, string Sentence) Judge(PlannedCheck planned, Tally tally)
    {
        var standing = planned.Standing;
        if (tally.Falsified is { } falsified)
        {
            if (ExpectedOf(planned).FirstOrDefault(one => one.Quantity is null || one.Quantity == tally.Quantity) is { } expected) return (Outcome.Expected, $"{falsified}; expected: {expected.Because}");
            if (standing.Binds || tally.IsFault) return (Outcome.Failed, falsified);
            return standing.Stance == Stance.Disclaimed ? (Outcome.Expected, standing.Because) : (Outcome.Broken, falsified);
        }

        if (tally.Ran == 0)
        {
            var why = tally.Refused > 0 ? $"all {tally.Refused} cases were refused: {tally.RefusalSentence}" : planned.Property.WhySilent;
            return standing.Binds && settings.Replay is null ? (Outcome.Failed, $"it could not be tested: {why}") : (Outcome.NotApplicable, why);
        }

        if (standing.Binds && tally.Ran >= EnoughToSeeAll && planned.Check!.Unseen is { Count: > 0 } unseen) return (Outcome.Failed, $"it could not be tested for {string.Join(", ", unseen)}: {planned.Property.WhySilent}");
        if (settings.Replay is null && ExpectedOf(planned).FirstOrDefault() is { } listed) return (Outcome.Failed, $"an expected failure did not happen: {listed.Because}; take it off the list");
        return standing.Stance switch
        {
            Stance.Disclaimed => (Outcome.NeverFalsified, standing.Because),
            Stance.Unmentioned => (Outcome.Held, ""),
            _ => (Outcome.Passed, ""),
        };
    }

    private IEnumerable<ExpectedFailure> ExpectedOf(PlannedCheck planned) =>
        settings.ExpectedFailures.Where(one => one.Law == planned.Law && (one.Quantity is null || planned.Check?.Quantities.Contains(one.Quantity) != false));

    private CaseReplay StartOf(PlannedCheck planned)
    {
        var random = new RandomStream(settings.Seed, $"verify/{planned.Key}");
        return new CaseReplay(random.NextUInt64(), random.NextUInt64() | 1, 50);
    }
}
