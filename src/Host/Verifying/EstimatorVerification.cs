using Infoscope.Conformance;
using Infoscope.Host.Verifying.Child;

namespace Infoscope.Host.Verifying;

/// <summary>Verifies one estimator in child processes. Which check brings a process down is decided where it runs by itself, so that the report is the same for any number of threads.</summary>
internal sealed class EstimatorVerification
{
    // An estimator that brought down so many processes is believed to bring down any.
    private const int MostDeaths = 3;

    private readonly ChildRequest request;
    private readonly ChildLimits limits;
    private readonly int threads;
    private readonly IProgress<long> progress;
    private readonly CancellationToken cancellation;

    private readonly Dictionary<int, CheckReport> reports = [];
    private readonly Dictionary<int, Death> deaths = [];
    private readonly List<string> problems = [];
    private IReadOnlyList<CheckReport> plan = [];
    private List<int> order = [];
    private HashSet<int> alone = [];

    /// <summary>Prepares a verification.</summary>
    /// <param name="request">What to verify.</param>
    /// <param name="limits">What one process may take.</param>
    /// <param name="threads">How many checks run at once.</param>
    /// <param name="progress">Is told how many laws are done.</param>
    /// <param name="cancellation">Ends it.</param>
    public EstimatorVerification(ChildRequest request, ChildLimits limits, int threads, IProgress<long> progress, CancellationToken cancellation)
    {
        this.request = request;
        this.limits = limits;
        this.threads = threads;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// <summary>Runs every check.</summary>
    /// <returns>The reports in the order of the plan, with what is wrong with the declarations and what cannot be said of one check.</returns>
    /// <exception cref="UserError">The options are wrong, or a replay is asked for where there is nothing to replay.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public EstimatorOutcome Run()
    {
        using (var first = ChildRun.Start(request, threads, limits, cancellation))
        {
            if (first.EarlyDeath is { } early) return new EstimatorOutcome { Problems = [$"{early.Sentence} while the estimator was loaded and asked what it needs"] };
            if (first.Plan.Wrong is { } wrong) throw new UserError(wrong);
            if (first.Plan.Refusal is { } refusal) return new EstimatorOutcome { Refusal = refusal };
            Take(first.Plan);
            RunTogether(first);
        }

        while (Next(together: true) is not null) RunTogether();
        while (Next(together: false) is { } place) RunAlone(place);
        return new EstimatorOutcome { Problems = problems, Checks = [.. order.Select(Report).Zip(order).OrderBy(pair => pair.Second).Select(pair => pair.First)] };
    }

    private void Take(ChildMessage planned)
    {
        plan = planned.Plan!;
        alone = [.. planned.Alone];
        problems.AddRange(planned.Problems);
        var places = Enumerable.Range(0, plan.Count);
        // One case by itself can be run again where one case decides.
        if (request.Settings.Replay is not null) places = places.Where(place => plan[place].Exactness == Exactness.Exact);
        foreach (var place in places.Where(place => plan[place].Configurations.Count == 0)) reports.Add(place, plan[place]);
        order = [.. places.OrderBy(place => alone.Contains(place)).ThenBy(place => place)];
        if (request.Settings.Replay is not null && order.Count == 0 && plan.Count > 0)
            throw new UserError($"{plan[0].Law} is tested over many data sets, so no single case can be replayed; leave out --replay, the same --seed gives the same data sets.");
    }

    // The next check that is neither done nor behind so many deaths that it will not be run.
    private int? Next(bool together, IReadOnlyCollection<int>? running = null)
    {
        var died = 0;
        foreach (var place in order)
        {
            if (deaths.ContainsKey(place)) died++;
            if (died >= MostDeaths) return null;
            if (alone.Contains(place) != together && !reports.ContainsKey(place) && !deaths.ContainsKey(place) && running?.Contains(place) != true) return place;
        }

        return null;
    }

    private void RunTogether()
    {
        using var child = Started(threads);
        if (child is not null) RunTogether(child);
    }

    private void RunTogether(ChildRun child)
    {
        var isHurt = false;
        var hung = new HashSet<int>();
        var before = 0;
        while (true)
        {
            while (!isHurt && child.IsFree && Next(together: true, [.. child.Running, .. hung]) is { } next) child.Send(new ChildOrder { Work = ChildWork.Run, Place = next });
            if (child.Running.Count == 0) break;
            var (done, place, death) = child.Next();
            if (done is not null)
            {
                Done(place, done);
                before++;
            }
            else if (death!.Kind == DeathKind.Hung)
            {
                // The others may finish; then the thread that hangs goes with its process, and the check is looked at alone: it may only have been slow beside them.
                hung.Add(place);
                isHurt = true;
            }
            else
            {
                Suspect([.. child.Running.Order()], child, death, wasAlone: before == 0 && !isHurt && child.Running.Count == 1);
                break;
            }
        }

        if (hung.Count > 0) child.Dispose();
        foreach (var slow in hung.Order()) RunAlone(slow);
    }

    private void Suspect(IReadOnlyList<int> suspects, ChildRun child, Death death, bool wasAlone)
    {
        if (wasAlone)
        {
            deaths.Add(suspects[0], child.Noted(death, child.SlotOf(suspects[0])));
            return;
        }

        child.Dispose();
        var known = deaths.Count;
        foreach (var place in suspects) RunAlone(place);
        // What a process gathers over many checks is no check's fault; MemoryReleased looks for what stays.
        if (deaths.Count == known && death.Kind == DeathKind.Ended)
            problems.Add($"{death.Sentence} while several laws ran, and not when each ran in a process of its own");
    }

    private void RunAlone(int place)
    {
        using var child = Started(1);
        if (child is null) return;
        child.Send(new ChildOrder { Work = ChildWork.Run, Place = place });
        var slot = child.SlotOf(place);
        var (done, _, death) = child.Next();
        if (done is not null) Done(place, done);
        else deaths.Add(place, death!.Kind == DeathKind.Hung ? death : child.Noted(death, slot));
    }

    private void Done(int place, ChildMessage done)
    {
        reports.Add(place, done.Report!);
        progress.Report(reports.Values.Select(report => report.Law).Distinct().Count());
    }

    // A process that does not come up where the first one did: nothing more can be run.
    private ChildRun? Started(int slots)
    {
        var child = ChildRun.Start(request, slots, limits, cancellation);
        if (child.Plan.Plan is not null) return child;
        problems.Add($"{child.EarlyDeath?.Sentence ?? child.Plan.Refusal ?? "it was refused"} while the estimator was loaded once more; the first time it could be");
        foreach (var place in order.Where(place => !reports.ContainsKey(place) && !deaths.ContainsKey(place)))
            reports.Add(place, NotRun(place, "not run: the estimator could not be loaded once more"));
        child.Dispose();
        return null;
    }

    private CheckReport Report(int place, int at)
    {
        if (plan[place].Configurations.Count > 0 && order.Take(at).Count(deaths.ContainsKey) >= MostDeaths) return NotRun(place, $"not run: the estimator ended its process, or hung, in {MostDeaths} laws");
        if (!deaths.TryGetValue(place, out var death)) return reports[place];
        var shrinker = new CrashShrinker(request, limits, cancellation);
        return plan[place] with
        {
            Sentence = death.Sentence,
            Ran = (int)death.Number,
            Replay = shrinker.Find(place, death),
            Counterexample = death.Case is null ? null : shrinker.Shrink(place, death),
        };
    }

    private CheckReport NotRun(int place, string sentence) => plan[place] with { Sentence = sentence, Ran = 0 };
}
